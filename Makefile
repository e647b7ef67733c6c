# Two commands do everything: `make rota` and `make test`. `make help` lists the rest.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help rota plan page test test-long bench bench-accept bench-long bench-report bench-public bench-ablation bench-loop bench-deadline
.PHONY: bench-peers test-peers build lint format clean prepare-tests

SWIFT    ?= swift
PYTHON   ?= python3
SCENARIO ?= Scenarios/small-borough-day
OUT      ?= rota
PRESET   ?= inner-london
BROWSER  ?= xdg-open

RELEASE := .build/release/reable
ROTA     = rota $(SCENARIO)/day.json --names $(SCENARIO)/names.csv
# Measured on two idle cores.
FIRST_BUILD := about three minutes the first time, seconds afterwards

# A terminal shows the build's progress, a log only what is wrong. Errors show in both.
QUIET := $(shell test -t 2 || echo --quiet)
# `make test VERBOSE=1` names every test.
TEST_OUTPUT := $(if $(VERBOSE),,--quiet)
# The tests are all Swift Testing's: without this, XCTest reports first that it found none.
TEST_FLAGS := --disable-xctest $(TEST_OUTPUT)

SWIFT_FILES := Sources Tests Benchmarks/Benchmarks Package.swift Benchmarks/Package.swift

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

rota: ## make today's rota for a day that is shipped; writes its page to rota/
	@.ci/prepare build
	@echo "Building ($(FIRST_BUILD)) ..." >&2
	@$(SWIFT) build -c release --product reable $(QUIET)
	@$(RELEASE) $(ROTA) --out $(OUT)

plan: ## plan the coming weeks of an invented service; writes service and page to rota/
	@.ci/prepare build
	@echo "Building ($(FIRST_BUILD)) ..." >&2
	@$(SWIFT) build -c release --product reable $(QUIET)
	@mkdir -p $(OUT)
	@$(RELEASE) generate --preset $(PRESET) --service --out $(OUT)/service.json --names-out $(OUT)/names.csv
	@$(RELEASE) plan $(OUT)/service.json --names $(OUT)/names.csv --format html --out $(OUT)/plan.html --quiet
	@$(RELEASE) plan $(OUT)/service.json --names $(OUT)/names.csv
	@echo "Open $(OUT)/plan.html"

page: rota ## make the rota and open its page
	@$(BROWSER) "$$(ls -t $(OUT)/*.html | head -n 1)"

test: prepare-tests lint ## lint, build, and every test on the release build
	@echo "Building with the tests ..." >&2
	@$(SWIFT) build -c release --build-tests $(QUIET)
	@echo "Testing ..." >&2
	@$(MAKE) --no-print-directory test-peers
	@$(SWIFT) test -c release --skip-build $(TEST_FLAGS)

test-long: prepare-tests ## sanitizers, debug against release, large days, twelve weeks (over an hour)
	@SWIFT="$(SWIFT)" .ci/test-long $(ROTA)

# Standard library alone: no peer is needed. Says something only where a test fails.
test-peers:
	@REABLE=$(abspath $(RELEASE)) $(PYTHON) -B Benchmarks/Peers/tests

prepare-tests:
	@.ci/prepare tests

bench: ## small benchmarks against their committed values; says what got worse
	@.ci/prepare benchmarks
	@SWIFT="$(SWIFT)" .ci/bench gate

bench-accept: ## measure, and commit to the new values: REASON="why"
	@.ci/prepare benchmarks
	@SWIFT="$(SWIFT)" REASON="$(REASON)" .ci/bench accept

bench-long: ## benchmarks of every size; keeps the result for the report
	@.ci/prepare benchmarks
	@SWIFT="$(SWIFT)" .ci/bench long

bench-report: ## write Documentation/Benchmarks.md from the kept result
	@python3 -B Benchmarks/Guard report

# For each instance; about a microsecond each.
BENCH_BUDGET ?= 2000000
BENCH        ?=

bench-public: ## the optimiser on the shipped public sets (BENCH="--set days" for one; about ten minutes)
	@.ci/prepare build
	@$(SWIFT) build -c release --product reable $(QUIET)
	@$(RELEASE) bench-public --budget $(BENCH_BUDGET) $(BENCH)

bench-ablation: ## what each operator of the search is worth, on the tight days (about ten minutes)
	@.ci/prepare build
	@$(SWIFT) build -c release --product reable $(QUIET)
	@python3 -B Benchmarks/Ablation --reable $(RELEASE)

bench-loop: ## the insertion loop beside the same loop in C++ (half a minute)
	@.ci/prepare build
	@$(SWIFT) build -c release --product reable $(QUIET)
	@$(PYTHON) -B Benchmarks/InsertionLoop --reable $(RELEASE)

bench-deadline: ## how far rota --time-limit goes beyond its limit, at every size (about five minutes)
	@.ci/prepare build
	@$(SWIFT) build -c release --product reable $(QUIET)
	@$(PYTHON) -B Benchmarks/Deadline --reable $(RELEASE)

# The short version; PEERS="--seconds 1 5 30" and the like for more, resumed where it was stopped.
PEERS      ?= --seconds 1 --sizes 20 --seeds 3
PEERS_VENV := Benchmarks/.build/peers/venv

bench-peers: ## PyVRP, OR-Tools, CP-SAT, VROOM and reable on the same days; needs the network once (about four minutes)
	@.ci/prepare build
	@$(SWIFT) build -c release --product reable $(QUIET)
	@[ -x $(PEERS_VENV)/bin/pip ] || $(PYTHON) -m venv $(PEERS_VENV)
	@$(PEERS_VENV)/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/Peers/requirements.txt
	@$(PEERS_VENV)/bin/python -B Benchmarks/Peers run --reable $(RELEASE) $(PEERS)

build: ## the release build only
	@.ci/prepare build
	@$(SWIFT) build -c release --product reable $(QUIET)

lint: ## what `swift format` has to say, as errors
	@echo "Linting ..." >&2
	@$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## let `swift format` mend what it can
	@$(SWIFT) format --in-place --parallel --recursive $(SWIFT_FILES)

clean: ## remove what was built and the rotas made here
	@rm -rf .build Benchmarks/.build $(OUT)
