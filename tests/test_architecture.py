"""The house keeps its shape: what the import contracts in pyproject.toml cannot say, read from the source itself."""

import ast
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "advisor_app"
ROOTS = {"advisor_app.app", "advisor_app.cli", "advisor_app.__main__"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def modules() -> dict[str, Path]:
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imported(node: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere below ``node``: in functions and for the type checker too."""
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module:
            for alias in each.names:
                inner = f"{each.module}.{alias.name}"
                yield inner if inner in modules() else each.module


def functions() -> list[tuple[str, int]]:
    """Each function of the program with its length in lines."""
    found: list[tuple[str, int]] = []
    for name, file in modules().items():
        nodes = (node for node in ast.walk(tree(file)) if isinstance(node, FUNCTIONS))
        found.extend((f"{name}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1) for node in nodes)
    return found


def percentile(values: list[int], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


@pytest.mark.parametrize("name", [name for name in modules() if name.startswith("advisor_app.domain")])
def test_the_domain_knows_only_the_standard_library_and_itself(name: str) -> None:
    for module in imported(tree(modules()[name])):
        top = module.partition(".")[0]
        assert top in sys.stdlib_module_names or module.startswith("advisor_app.domain"), f"{name} imports {module}"


def test_no_import_goes_round_in_a_circle() -> None:
    graph = {
        name: {each for each in imported(tree(file)) if each in modules() and each != name} for name, file in modules().items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_a_late_import_says_why() -> None:
    """Only the roots import inside functions as they like; elsewhere the line carries the reason."""
    silent = []
    for name, file in modules().items():
        if name in ROOTS or name.startswith("advisor_app.cli."):
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        for function in (node for node in ast.walk(tree(file)) if isinstance(node, FUNCTIONS)):
            late = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            reasons = [line for node in late for line in lines[node.lineno - 2 : node.end_lineno] if "#" in line]
            if late and not reasons:
                silent.append(f"{name}:{late[0].lineno}")
    assert not silent, "late imports without a reason beside them: " + ", ".join(silent)


def test_no_one_imports_the_interpreters_own_sqlite() -> None:
    assert not [name for name, file in modules().items() if "sqlite3" in set(imported(tree(file)))]


def test_files_stay_short() -> None:
    lengths = {name: len(file.read_text(encoding="utf-8").splitlines()) for name, file in modules().items()}
    longest = sorted(lengths, key=lengths.__getitem__)[-3:]
    assert percentile(list(lengths.values()), 90) <= 300, longest
    assert max(lengths.values()) <= 600, longest


def test_functions_stay_short() -> None:
    lengths = [length for _, length in functions()]
    longest = [name for name, _ in sorted(functions(), key=lambda each: each[1])[-3:]]
    assert percentile(lengths, 90) <= 30, longest
    assert statistics.median(lengths) < 10, longest


def test_every_folder_of_the_program_says_what_it_is_for() -> None:
    for name, file in modules().items():
        if file.name == "__init__.py" and name != "advisor_app":
            assert ast.get_docstring(tree(file)), f"{file} has no docstring"
