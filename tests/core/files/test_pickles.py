"""Pickles of plain data come back as Python and NumPy wrote them, whichever version did."""

import ast
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from core.errors import FileFormatError, UnsafePickleError
from core.files import pickles

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
NUMBERS = ["?", "i1", "<i2", ">i4", "i8", "u1", "u8", "f2", "<f4", ">f4", "f8", "c8", "c16"]

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**200), 2**200), st.floats(), st.text(), st.binary()
)
keys = st.one_of(st.none(), st.text(), st.integers(-(2**62), 2**62), st.floats(allow_nan=False))
plain = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(keys, inner), st.lists(inner).map(tuple)),
    max_leaves=20,
)


def same(a: Any, b: Any) -> bool:
    """Equal, of equal types all the way down, and with nan equal to nan."""
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[key], b[key]) for key in a)
    return a == b or (a != a and b != b)


@given(plain, st.sampled_from(PROTOCOLS))
def test_plain_data_comes_back(value: Any, protocol: int) -> None:
    assert same(pickles.loads(pickle.dumps(value, protocol)), value)


@given(st.frozensets(keys), st.sampled_from([4, 5]))
def test_sets_come_back(value: frozenset[Any], protocol: int) -> None:
    assert pickles.loads(pickle.dumps([value, set(value)], protocol)) == [value, set(value)]


@pytest.mark.parametrize("protocol", range(4))
def test_sets_of_older_protocols_are_calls_like_any_other(protocol: int) -> None:
    for value in ({1}, frozenset({1})):
        with pytest.raises(UnsafePickleError) as info:
            pickles.loads(pickle.dumps(value, protocol))
        assert info.value.name.endswith(type(value).__name__)


@given(
    npst.arrays(st.sampled_from(NUMBERS), npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)),
    st.sampled_from(PROTOCOLS),
    st.randoms(use_true_random=False),
)
def test_arrays_come_back(array: np.ndarray[Any, Any], protocol: int, random: Any) -> None:
    axes = list(range(array.ndim))
    random.shuffle(axes)
    array = array.transpose(axes)  # neither C's order nor Fortran's, mostly
    result = pickles.loads(pickle.dumps({"W1": array}, protocol))
    assert isinstance(result, dict)
    np.testing.assert_array_equal(result["W1"], array, strict=True)
    assert result["W1"].dtype == array.dtype
    assert result["W1"].flags.owndata or result["W1"].base.flags.owndata


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    "value",
    [
        np.float32(1.5), np.int64(-3), np.uint8(200), np.True_, np.complex128(1 + 2j),
        np.str_("né"), np.bytes_(b"a"), np.dtype("f4"), np.dtype(">i2"), np.dtype("U7"),
        np.array(["a", "né"]), np.array([b"xyz"]), b"", b"\xff",
    ],
    ids=repr,
)  # fmt: skip
def test_scalars_dtypes_and_text_come_back(value: Any, protocol: int) -> None:
    result = pickles.loads(pickle.dumps([value], protocol))
    assert isinstance(result, list)
    assert type(result[0]) is type(value)
    assert np.all(result[0] == value)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_was_one_thing_stays_one_thing(protocol: int) -> None:
    array = np.arange(3)
    result = pickles.loads(pickle.dumps({"a": array, "b": array, "c": [array]}, protocol))
    assert isinstance(result, dict)
    assert result["a"] is result["b"] is result["c"][0]


@pytest.mark.parametrize("old", [b"numpy.core.", b"numpy._core."])
@pytest.mark.parametrize("protocol", [0, 1, 2, 3])
def test_both_spellings_of_numpys_inside_are_known(old: bytes, protocol: int) -> None:
    data = pickle.dumps({"W1": np.ones(3), "x": np.float32(2)}, protocol)
    result = pickles.loads(data.replace(b"numpy._core.", old).replace(b"numpy.core.", old))
    assert isinstance(result, dict)
    np.testing.assert_array_equal(result["W1"], np.ones(3))


def test_a_protocol_4_pickle_of_numpy_1() -> None:
    data = pickle.dumps(np.arange(4, dtype=np.int16), protocol=4)
    new, old = b"\x8c\x16numpy._core.multiarray", b"\x8c\x15numpy.core.multiarray"
    assert new in data
    data = data.replace(new, old)
    frame = data.index(b"\x95")
    length = int.from_bytes(data[frame + 1 : frame + 9], "little") - 1
    data = data[: frame + 1] + length.to_bytes(8, "little") + data[frame + 9 :]
    np.testing.assert_array_equal(pickles.loads(data), np.arange(4, dtype=np.int16), strict=True)


# What NumPy 1 under Python 2 wrote for {"W1": np.array([[1, 2, 3], [4, 5, 6]], "<i2")}.
PYTHON_2 = {
    0: b"(dp0\nS'W1'\np1\ncnumpy.core.multiarray\n_reconstruct\np2\n(cnumpy\nndarray\np3\n(I0\ntp4\n"
    b"S'b'\np5\ntp6\nRp7\n(I1\n(I2\nL3L\ntp8\ncnumpy\ndtype\np9\n(S'i2'\np10\nI0\nI1\ntp11\nRp12\n"
    b"(I3\nS'<'\np13\nNNNI-1\nI-1\nI0\ntp14\nbI00\n"
    b"S'\\x01\\x00\\x02\\x00\\x03\\x00\\x04\\x00\\x05\\x00\\x06\\x00'\np15\ntp16\nbs.",
    2: b"\x80\x02}q\x00U\x02W1q\x01cnumpy.core.multiarray\n_reconstruct\nq\x02cnumpy\nndarray\nq\x03"
    b"K\x00\x85U\x01b\x87Rq\x04(K\x01K\x02\x8a\x01\x03\x86cnumpy\ndtype\nq\x05U\x02i2K\x00K\x01\x87R"
    b"q\x06(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89"
    b"T\x0c\x00\x00\x00\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00\x06\x00tbs.",
}


@pytest.mark.parametrize("protocol", PYTHON_2)
def test_pickles_of_python_2(protocol: int) -> None:
    result = pickles.loads(PYTHON_2[protocol])
    expected = pickle.loads(PYTHON_2[protocol], encoding="latin1")
    assert isinstance(result, dict)
    assert list(result) == list(expected) == ["W1"]
    np.testing.assert_array_equal(result["W1"], expected["W1"], strict=True)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (b"'it\\'s'", "it's"),
        (b'"it\'s"', "it's"),
        (b"'\\n\\t\\\\'", "\n\t\\"),
        (b"'\\xe9'", "é"),
        (b"''", ""),
    ],
)
def test_text_as_python_2_quoted_it(line: bytes, text: str) -> None:
    data = b"S" + line + b"\n."
    assert pickles.loads(data) == pickle.loads(data, encoding="latin1") == text


@pytest.mark.parametrize("line", [b"x", b"'", b"'a", b"a'", b"'a\"", b"'\\d'", b"'\\x0'", b"'\\'"])
def test_text_that_is_not_quoted_as_it_should_be(line: bytes) -> None:
    with pytest.raises(FileFormatError) as info:
        pickles.loads(b"S" + line + b"\n.")
    assert info.value.problem == "corrupt"


def test_the_books_weights(shared_data: Path) -> None:
    result = pickles.load(shared_data / "book" / "sample_weight.pkl")
    assert isinstance(result, dict)
    shapes = {"W1": (784, 50), "b1": (50,), "W2": (50, 100), "b2": (100,), "W3": (100, 10), "b3": (10,)}
    assert {key: array.shape for key, array in result.items()} == shapes
    assert {array.dtype for array in result.values()} == {np.dtype("float32")}


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    ("value", "problem", "key"),
    [
        ({"W1": np.array([None, 1], dtype=object)}, "object-dtype", "W1"),
        ({"params": {"W1": np.array([{}], dtype=object)}}, "object-dtype", "params.W1"),
        ({"W1": [np.ones(2), np.array([[]], dtype=object)]}, "object-dtype", "W1.1"),
        (np.dtype(object), "object-dtype", "array"),
        ({"t": np.array(["2020-01-01"], dtype="M8[D]")}, "dtype", "t"),
        ({"r": np.zeros(2, dtype=[("a", "f4"), ("b", "i4")])}, "dtype", "r"),
        ({"v": np.zeros(2, dtype="V4")}, "dtype", "v"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_element_types_that_are_not_plain_are_named(
    protocol: int, value: Any, problem: str, key: str
) -> None:
    with pytest.raises(FileFormatError) as info:
        pickles.loads(pickle.dumps(value, protocol), "weights.pkl")
    assert (info.value.problem, info.value.values["key"], info.value.path) == (problem, key, "weights.pkl")


@pytest.mark.parametrize("key", [(1, 2), 2**64, -(2**63), np.float32(1), 1j])
def test_keys_are_text_or_small_numbers(key: Any) -> None:
    with pytest.raises(FileFormatError):
        pickles.loads(pickle.dumps({key: 1}))


def test_missing_empty_and_large_files(tmp_path: Path) -> None:
    (tmp_path / "empty.pkl").write_bytes(b"")
    (tmp_path / "large.pkl").write_bytes(pickle.dumps(b"x" * 100))
    with (tmp_path / "endless.pkl").open("wb") as file:
        file.truncate(2**40)  # takes no room on the disk
    cases = {"no.pkl": "missing", "empty.pkl": "empty", "endless.pkl": "too-large", ".": "not-a-file"}
    for name, problem in cases.items():
        with pytest.raises(FileFormatError) as info:
            pickles.load(tmp_path / name)
        assert info.value.problem == problem
    with pytest.raises(FileFormatError) as info:
        pickles.load(tmp_path / "large.pkl", limit=50)
    assert info.value.values["limit"] == 50


def test_a_pickle_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.pkl").write_bytes(pickle.dumps({"a": [1.5]}))
    assert pickles.load(str(tmp_path / "a.pkl")) == {"a": [1.5]}


def test_a_class_on_its_own_is_not_data() -> None:
    with pytest.raises(UnsafePickleError) as info:
        pickles.loads(pickle.dumps({"class": np.ndarray}))
    assert info.value.name == "numpy.ndarray"


ROOT = Path(__file__).resolve().parents[3]


def unpicklings(tree: ast.AST) -> list[str]:
    """What in a module could run a pickle."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name("pickle" | "marshal"), attr="load" | "loads" | "Unpickler"):
                found.append(f"line {node.lineno}: {node.attr}")
            case ast.ImportFrom(module="pickle" | "marshal" | "shelve" | "joblib" | "dill"):
                found.append(f"line {node.lineno}: from {node.module}")
            case ast.Import(names=names) if {"shelve", "joblib", "dill"} & {name.name for name in names}:
                found.append(f"line {node.lineno}: import")
            case ast.keyword(arg="allow_pickle", value=ast.Constant(value=True)):
                found.append(f"line {node.value.lineno}: allow_pickle")
    return found


def test_nothing_in_the_program_unpickles_in_pythons_own_way() -> None:
    files = [
        ROOT / "main.py",
        *(path for part in ("core", "gui", "tools") for path in (ROOT / part).rglob("*.py")),
    ]
    assert len(files) > 20
    found = {str(path.relative_to(ROOT)): unpicklings(ast.parse(path.read_text("utf-8"))) for path in files}
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert unpicklings(ast.parse("import pickle\npickle.load(f)\nnp.load(f, allow_pickle=True)")) != []
