#!/usr/bin/env bash
# need.sh PROGRAM…: says of each program that is missing or too old which command installs it, and fails.
set -u

missing=0

say() {
  echo "missing: $1" >&2
  echo "    $2" >&2
  missing=1
}

# older HAVE WANT: whether version HAVE is below version WANT.
older() {
  [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

for program in "$@"; do
  case "$program" in
    cargo)
      if ! command -v cargo >/dev/null; then
        say "cargo, Rust's build tool" "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh"
      elif version=$(cargo --version | cut -d ' ' -f 2) && older "$version" 1.95.0; then
        say "Rust 1.95 or later (this is $version)" "rustup update stable"
      fi
      ;;
    node)
      if ! command -v node >/dev/null; then
        say "Node.js 20.19 or later" "apt-get install -y nodejs npm    (or an installer from https://nodejs.org/en/download)"
      elif version=$(node --version) && older "${version#v}" 20.19.0; then
        say "Node.js 20.19 or later (this is ${version#v})" "an installer from https://nodejs.org/en/download"
      fi
      ;;
    npm)
      command -v npm >/dev/null || say "npm" "apt-get install -y npm    (it also comes with Node.js)"
      ;;
    cc)
      command -v cc >/dev/null || say "a C compiler" "apt-get install -y build-essential"
      ;;
    python3)
      if ! command -v python3 >/dev/null; then
        say "Python 3.11 or later" "apt-get install -y python3 python3-venv"
      elif ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        say "Python 3.11 or later (this is $(python3 --version | cut -d ' ' -f 2))" "apt-get install -y python3 python3-venv"
      elif ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        say "Python's venv" "apt-get install -y python3-venv"
      fi
      ;;
    chromium)
      [ -x /usr/bin/chromium ] || say "Chromium at /usr/bin/chromium" "apt-get install -y chromium"
      ;;
    ffmpeg)
      command -v ffmpeg >/dev/null || say "ffmpeg" "apt-get install -y ffmpeg"
      ;;
    roboto)
      [ -d /usr/share/fonts/truetype/roboto ] || say "the font Roboto" "apt-get install -y fonts-roboto-unhinted"
      ;;
    *)
      echo "need.sh knows nothing of $program" >&2
      exit 2
      ;;
  esac
done

exit "$missing"
