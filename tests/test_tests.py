"""The tests themselves: none can pass by looking at nothing."""

import ast
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
THROUGH = {"sorted", "list", "tuple", "set", "enumerate", "reversed", "zip", "range", "dict"}
"""Calls that give nothing only where they are given nothing."""


def _modules():
    found = sorted(HERE.rglob("test_*.py"))
    assert len(found) > 40, "the test looked at the wrong folder"
    return found


def _blind(path):
    """The tests of a module that may pass by looking at nothing, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    helpers = {"some"} | {node.name for node in functions if _refuses(node)}
    tests = [node for node in functions if node.name.startswith("test_")]
    return [f"{node.name}:{node.lineno}" for node in tests if not _surely(node.body, helpers)]


def _refuses(node):
    return any(isinstance(one, ast.Assert | ast.Raise) for one in ast.walk(node))


def _never_empty(node, helpers):
    """Whether what is looped over has something in it whatever the data: literals, constants, and what `some` gives."""
    match node:
        case ast.Tuple() | ast.List() | ast.Set():
            return bool(node.elts)
        case ast.Dict():
            return bool(node.keys)
        case ast.Constant():
            return bool(node.value)
        case ast.Name():
            return node.id[0].isupper()
        case ast.Starred() | ast.Attribute():
            return _never_empty(node.value, helpers)
        case ast.BinOp():
            return _never_empty(node.left, helpers) or _never_empty(node.right, helpers)
        case ast.Call(func=ast.Name(id=name)) if name in THROUGH:
            return all(_never_empty(one, helpers) for one in node.args)
        case ast.Call(func=ast.Attribute(attr="items" | "values" | "keys", value=of)):
            return _never_empty(of, helpers)
        case ast.Call():
            return _called(node) in helpers
    return False


def _generators(node):
    return [one for one in ast.walk(node) if isinstance(one, ast.GeneratorExp | ast.ListComp | ast.SetComp)]


def _says_nothing_of_nothing(test, helpers):
    """`all(... for)`, `not any(... for)`, `not [... for]`, `[... for] == []` hold where there is nothing to look at."""
    match test:
        case ast.BoolOp(op=ast.And()):
            return all(_says_nothing_of_nothing(one, helpers) for one in test.values)
        case ast.Call(func=ast.Name(id="all")) | ast.UnaryOp(op=ast.Not()):
            pass
        case ast.Compare(ops=[ast.Eq()], left=ast.ListComp(), comparators=[ast.List(elts=[])]):
            pass
        case _:
            return False
    return any(not _never_empty(one.generators[0].iter, helpers) for one in _generators(test))


def _surely(statements, helpers):
    """Whether some assertion among these statements is met, and looks at something, whatever the data."""
    return any(_looks(one, helpers) for one in statements)


def _looks(node, helpers):
    match node:
        case ast.Assert():
            return not _says_nothing_of_nothing(node.test, helpers)
        case ast.For():
            return _never_empty(node.iter, helpers) and _surely(node.body, helpers)
        case ast.With():
            said = " ".join(ast.unparse(one) for one in node.items)
            return "raises(" in said or "expect_" in said or _surely(node.body, helpers)
        case ast.Try():
            return _surely(node.body, helpers)
        case ast.If():
            return _surely(node.body, helpers) and _surely(node.orelse, helpers)
        case ast.Assign(targets=[ast.Tuple() | ast.List()]):
            return not any(isinstance(one, ast.Starred) for one in node.targets[0].elts)
        case ast.FunctionDef() | ast.Lambda():
            return False
    return any(isinstance(one, ast.Call) and _called(one) in helpers for one in ast.walk(node))


def _called(call):
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.relative_to(HERE).as_posix())
def test_no_test_passes_by_looking_at_nothing(path):
    """Each test makes at least one assertion whatever it finds: loops of nothing but data go through looking.some."""
    assert _blind(path) == [], "loop over some(...) of tests/looking.py, or assert what there is to look at"


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("for one in found: assert one", False),
        ("for one in some(found): assert one", True),
        ("for one in ('a', 'b'): assert one", True),
        ("for one in ('a', 'b'):\n for two in found: assert two", False),
        ("assert all(one for one in found)", False),
        ("assert not [one for one in found if one]", False),
        ("assert [one for one in some(found) if one] == []", True),
        ("assert len(found) == 3", True),
        ("(one,) = found", True),
        ("if found: assert one", False),
        ("found()", False),
        ("checked(found)", True),
        ("with pytest.raises(KeyError): found()", True),
    ],
)
def test_looking_at_nothing_is_told_from_looking(text, looks):
    """The check itself, on small tests of either sort."""
    assert _surely(ast.parse(text).body, {"checked", "some"}) is looks


def test_no_two_modules_have_one_name():
    """Pytest imports test modules by their bare names: two of one name in one run, and one of them isn't run."""
    names = Counter(path.name for path in _modules())
    assert set(names.values()) == {1}, [name for name, times in names.items() if times > 1]
