# Sild: `make help` lists what can be asked for.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

ARCHITECTURE ?= x86_64

VENV := .tools/venv
CLOUD := .tools/cloud
CHECKOV := .tools/checkov
SUMMARY := python3 tools/test_summary.py
NEED := tools/need.sh

# What the two apps are built from: all but packages, results and tests.
WEB_SOURCES := $(shell find web -type d \( -name node_modules -o -name dist -o -name e2e -o -name test -o -name screens \) -prune -o -type f -print 2>/dev/null)
WEB_APPS := portal office
WEB_BUILT := $(WEB_APPS:%=web/apps/%/dist/.built)

.PHONY: help run test test-cloud check check-rust check-house check-web test-rust test-web e2e bench bench-web bench-office package deploy redrive destroy export-office erase-office export-person erase-person brands screens welcome-video generate fix web tools

help: ## What can be asked for
	@grep -hE '^[a-z0-9-]+:.*?## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/\1\t\2/' | expand -t 14

# ------------------------------------------------------------------------------------------------------------- running

run: need-run web ## Start everything on one machine: PORT (8080), data in DATA (./data)
	@export PORT="$${PORT:-8080}" DATA="$${DATA:-./data}"; exec cargo run --quiet --locked --bin sild -- run

web: $(WEB_BUILT) ## Build the two apps, where something changed

# One build makes both apps; the second target finds it done.
$(WEB_BUILT) &: web/node_modules/.package-lock.json $(WEB_SOURCES)
	npm --prefix web run --silent build
	@touch $(WEB_BUILT)

# npm writes this file at the end of an installation.
web/node_modules/.package-lock.json: web/package-lock.json
	npm --prefix web install --no-audit --no-fund --no-save
	@touch $@

# ------------------------------------------------------------------------------------------------------------- testing

test: need-test web/node_modules/.package-lock.json tools ## All checks and tests; the last line counts them
	@$(SUMMARY) all

check: need-check web/node_modules/.package-lock.json tools ## Formatting, lints, types, licences, template, rules of the house
	@$(SUMMARY) check

check-rust: need-check tools ## rustfmt, clippy, cargo-deny
	@$(SUMMARY) check-rust

check-house: need-check tools ## The template and the rules of the house
	@$(SUMMARY) check-house

check-web: need-check web/node_modules/.package-lock.json ## biome, knip, tsc, stale generated files
	@$(SUMMARY) check-web

test-rust: need-check tools ## Rust tests
	@$(SUMMARY) test-rust

test-web: need-check web/node_modules/.package-lock.json ## The web apps' checks and unit tests
	@$(SUMMARY) test-web

e2e: need-test web/node_modules/.package-lock.json ## The whole job in a browser
	@$(SUMMARY) e2e

test-cloud: need-check web tools $(CLOUD)/.installed ## Deploy for real onto a cloud of this machine, and test there; PROFILE=release for the binaries of a release
	@$(SUMMARY) cloud

bench: need-run web .tools/bin/oha ## Latency and memory, against their limits
	@python3 tools/bench.py

bench-web: need-test web .tools/lighthouse/.installed ## Both apps on a slow telephone: Lighthouse, and how soon they answer a press
	@python3 tools/bench_web.py

bench-office: need-run web .tools/bin/oha ## An office of 20,000 clients: import, bulk opening, lists, against their limits
	@python3 tools/bench_office.py

brands: need-test web ## Every screen of the portal in six colours on which much cannot be read
	cargo build --quiet --locked --bin sild
	BRANDS=all npm --prefix web run --silent e2e

screens: need-test web ## Pictures of each screen into docs/screens
	cargo build --quiet --locked --bin sild
	npm --prefix web run --silent screens

welcome-video: need-video web ## The portal's welcome films from its own screens, in each language
	npm --prefix web/welcome-video run --silent film

# -------------------------------------------------------------------------------------------------------- making things

generate: web/node_modules/.package-lock.json tools ## Write what follows from the code anew: contract, template, events
	python3 tools/template.py
	cargo run --quiet --locked --bin sild -- contract > target/openapi.json
	cp target/openapi.json web/packages/api/openapi.json
	cargo run --quiet --locked --bin write-events
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" INSTA_UPDATE=always cargo nextest run --locked --workspace --test events
	npm --prefix web run --silent generate

fix: web/node_modules/.package-lock.json tools ## Format everything
	cargo fmt --all
	$(VENV)/bin/ruff format tools infra
	npm --prefix web run --silent fix

package: need-check web $(VENV)/.package ## The four areas' zips for Lambda into build/, for ARCHITECTURE (x86_64)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" tools/package.sh "$(ARCHITECTURE)"

# ----------------------------------------------------------------------------------------------------------- deploying

deploy: package $(CLOUD)/.installed ## Deploy into the AWS account of your credentials; asks the first time
	@$(CLOUD)/bin/python -m infra.deployment deploy

redrive: $(CLOUD)/.installed ## Try again what waits in QUEUE: RelayFailures, MailFailures, AuditFailures, ScheduleFailures, JobFailures
	@$(CLOUD)/bin/python -m infra.redrive "$(QUEUE)"

destroy: $(CLOUD)/.installed ## Take the stacks away; the table and the bucket stay, unless WITH_DATA=1
	@$(CLOUD)/bin/python -m infra.deployment destroy $(if $(WITH_DATA),--with-data)

# ------------------------------------------------------------------------------------------------------- personal data

# Each asks the deployed functions again and again until they are done: docs/operations/personal-data.md.
PRIVACY = $(CLOUD)/bin/python -m infra.privacy
export OFFICE NAME PERSON

export-office: $(CLOUD)/.installed ## Everything of OFFICE (off_…) as JSON Lines in the bucket
	@$(PRIVACY) export-office

erase-office: $(CLOUD)/.installed ## Take all of OFFICE away for good; NAME repeats its name
	@$(PRIVACY) erase-office

export-person: $(CLOUD)/.installed ## Everything about PERSON (con_… or mem_…) of OFFICE as one JSON document
	@$(PRIVACY) export-person

erase-person: $(CLOUD)/.installed ## Take away what is personal of PERSON of OFFICE
	@$(PRIVACY) erase-person

# --------------------------------------------------------------------------------------------------------------- tools

tools: $(VENV)/.installed $(CHECKOV)/.installed

$(VENV)/.installed: tools/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

$(VENV)/.package: tools/requirements-package.txt $(VENV)/.installed
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

$(CHECKOV)/.installed: tools/requirements-checkov.txt
	python3 -m venv $(CHECKOV)
	$(CHECKOV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

$(CLOUD)/.installed: tools/requirements-cloud.txt
	python3 -m venv $(CLOUD)
	$(CLOUD)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# What Lighthouse pulls in stays out of the apps' packages.
.tools/lighthouse/.installed:
	npm install --no-audit --no-fund --silent --prefix .tools/lighthouse lighthouse@12.8.2
	@touch $@

.tools/bin/oha:
	cargo install --quiet --locked --root .tools --version 1.16.0 oha

.PHONY: need-run need-check need-test need-video
need-run:
	@$(NEED) cargo node npm cc
need-check:
	@$(NEED) cargo node npm cc python3
need-test:
	@$(NEED) cargo node npm cc python3 chromium
need-video:
	@$(NEED) node npm chromium ffmpeg roboto
