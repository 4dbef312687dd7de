#!/usr/bin/env bash
# package.sh x86_64|arm64: builds the four areas' binaries as Lambda runs them and zips each into build/<area>.zip.
set -euo pipefail

architecture=${1:-x86_64}
# The C library of provided.al2023; a binary that asks for a newer one does not start there.
glibc=2.34

case "$architecture" in
  x86_64) target=x86_64-unknown-linux-gnu ;;
  arm64) target=aarch64-unknown-linux-gnu ;;
  *) echo "package.sh: the architecture is x86_64 or arm64, not $architecture" >&2; exit 2 ;;
esac
if ! rustc --print target-libdir --target "$target" | xargs test -d; then
  echo "Rust's standard library for $target is missing: rustup target add $target" >&2
  exit 1
fi

areas=(public portal office jobs)
packages=()
for area in "${areas[@]}"; do
  packages+=(--package "sild-$area")
done

cargo lambda build --locked --profile dist --target "$target.$glibc" --output-format zip --lambda-dir build/lambda \
  "${packages[@]}"

# zip_add ZIP FILE NAME: puts FILE into ZIP as NAME.
zip_add() {
  python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1], "a", zipfile.ZIP_DEFLATED).write(*sys.argv[2:])' "$@"
}

for area in "${areas[@]}"; do
  cp "build/lambda/$area/bootstrap.zip" "build/$area.zip"
  if [ "$area" = public ]; then
    # What show_portal makes its page of; SILD_PORTAL_PAGE names the folder.
    for file in web/apps/portal/dist/{*.html,page.css,worker.js}; do
      zip_add build/public.zip "$file" "portal/${file##*/}"
    done
  fi
  binary=$(mktemp)
  python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("bootstrap"))' \
    "build/$area.zip" > "$binary"
  newest=$({ readelf --version-info "$binary" | grep -oE 'GLIBC_[0-9.]+' || true; } | sort -Vu | tail -n 1)
  size=$(stat --format %s "build/$area.zip")
  rm "$binary"
  printf '%-8s %8d bytes zipped, needs %s\n' "$area" "$size" "${newest:-no glibc}"
  if [ "$(printf '%s\n' "${newest#GLIBC_}" "$glibc" | sort -V | tail -n 1)" != "$glibc" ]; then
    echo "build/$area.zip needs a newer C library than Amazon Linux 2023 has" >&2
    exit 1
  fi
done
