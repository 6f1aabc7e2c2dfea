"""The .safetensors form: named arrays behind a short table of contents, and nothing that could run.

Source: https://github.com/huggingface/safetensors, whose library does the reading and the writing.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from core.errors import FileFormatError
from core.files.arrays import Place, shown
from core.files.disk import checked_size
from core.shapes import Array

_TYPES = ("F16", "F32", "F64", "I8", "I16", "I32", "I64", "U8", "U16", "U32", "U64")


def read(path: Path) -> tuple[dict[str, Array], dict[str, str]]:
    """All arrays of a .safetensors file, by name, and the notes that came with them.

    Raises FileFormatError: as `checked_size`; corrupt; dtype for types that NumPy does not have.
    """
    import safetensors  # not at the top: the program starts without it

    checked_size(path)
    try:
        with safetensors.safe_open(path, framework="np") as file:
            arrays, keys = {}, file.keys()
            for key in keys:
                place = Place(str(path), shown(key))
                dtype = file.get_slice(key).get_dtype()
                if dtype not in _TYPES:
                    raise place.error("dtype", got=dtype)
                arrays[key] = file.get_tensor(key)
            return arrays, file.metadata() or {}
    except (safetensors.SafetensorError, OSError, ValueError) as error:
        raise FileFormatError(path, "corrupt", what="safetensors") from error


def to_bytes(arrays: Mapping[str, Array], notes: dict[str, str]) -> bytes:
    """A .safetensors file with these arrays and notes."""
    from safetensors.numpy import save

    return save({key: np.ascontiguousarray(array) for key, array in arrays.items()}, metadata=notes)
