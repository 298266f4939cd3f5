# Every command is a script in bin/; this file only gives them names.
export PORT ?= 8000

.PHONY: help install run test test-fast check bench chaos year leaks lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 18

install: ## the Python environment alone
	@bin/setup

run: ## the site with its demo library on http://127.0.0.1:8000 (PORT= changes it)
	@bin/run

test: ## everything, on SQLite and PostgreSQL, with Elasticsearch and a browser
	@bin/test

test-fast: ## what needs no server, in seconds
	@bin/test-fast

check: ## style, types, templates, import law, migrations, deployment settings
	@bin/check

bench: ## the ratios that are promised, measured
	@bin/bench

chaos: ## a thousand edits while everything is killed at random
	@bin/chaos

year: ## a year of reviewing with two thousand submissions, and what must hold at its end
	@bin/year

leaks: ## ten thousand questions of everybody, and no secret in an answer that is not for them
	@bin/leaks

lock: ## compile the requirements files anew
	@bin/lock

clean: ## stop what runs and remove everything that was made at run time
	@bin/elasticsearch stop
	@bin/postgres stop
	rm -rf var .venv .venv-tools .ruff_cache .hypothesis .import_linter_cache
