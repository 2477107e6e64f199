# Every verb is a verb of scripts/dev.py, which needs nothing but Python 3.11: on Windows, `py scripts\dev.py run`.
PYTHON ?= python3

.PHONY: help run test setup check bench dist packaging faults pictures
help:
	@$(PYTHON) scripts/dev.py --help
run test setup check bench dist packaging faults pictures:
	@$(PYTHON) scripts/dev.py $@
