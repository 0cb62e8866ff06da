"""Columns of texts as codes: every distinct text is held once and looked at once, however many rows have it.

A column of a long file is a series of pandas' category type then; one of mostly different texts stays what it is.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

_FEW = 4
"""A column is coded where on average at least so many rows share a text."""

_ALWAYS = 1000
"""So few texts are coded however few rows have them."""

_FAR, _NEAR = 2**40, 64
"""Numbers are counted anew beyond the one, and ticked off in a list up to so many times as many as there are rows."""


def is_coded(texts: pd.Series) -> bool:
    """Whether a column holds codes."""
    return isinstance(texts.dtype, pd.CategoricalDtype)


def coded(codes: np.ndarray, texts: Sequence[str] | pd.Index) -> pd.Series:
    """A column from its codes and its distinct texts."""
    index = texts if isinstance(texts, pd.Index) else pd.Index(texts, dtype="str")
    return pd.Series(pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(index), validate=False))


def of_dictionary(column: pa.ChunkedArray) -> pd.Series:
    """A column as Arrow reads it with a dictionary."""
    column = column.unify_dictionaries()
    texts = column.chunk(column.num_chunks - 1).dictionary
    if len(texts) > max(_ALWAYS, len(column) // _FEW):
        return column.cast(pa.string()).to_pandas()
    codes = [_small(chunk.indices.to_numpy(), len(texts)) for chunk in column.chunks]
    return coded(np.concatenate(codes), pd.Index(texts.to_pandas(), dtype="str"))


def apart(texts: pd.Series) -> tuple[np.ndarray, pa.Array]:
    """For each row the number of its text, and the distinct texts in the order in which they first stand."""
    codes, found = by_first_use(texts.cat.codes.to_numpy()) if is_coded(texts) else pd.factorize(texts)
    if is_coded(texts):
        found = texts.cat.categories[found]
    array = pa.array(found, type=pa.string(), from_pandas=True)
    return codes, array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def by_first_use(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each row the number of its code, from 0, in the order in which the codes first stand; and those codes."""
    reach = int(codes.max(initial=0)) + 1
    if not len(codes) or codes.min() < 0 or reach > _NEAR * max(len(codes), _ALWAYS):
        numbers, used = pd.factorize(codes)
        return numbers.astype("int32"), used
    first = np.full(reach, -1, dtype="int32")
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1, dtype="int32")  # of several, the last one said stays
    used = np.flatnonzero(first >= 0)
    used = used[np.argsort(first[used])]
    numbers = np.zeros(reach, dtype="int32")
    numbers[used] = np.arange(len(used), dtype="int32")
    return numbers[codes], used


def distinct(texts: pd.Series) -> list[str]:
    """The texts without the spaces around them, each once, in the order in which they first stand."""
    found = texts.unique().to_numpy(dtype=object)  # walked through as plain texts: many may differ
    return list(dict.fromkeys(map(str.strip, found)))


def is_blank(texts: pd.Series) -> np.ndarray:
    """Which rows have nothing but spaces."""
    if not is_coded(texts):
        return (texts.str.strip() == "").to_numpy(dtype=bool)
    blank = np.array([not text.strip() for text in texts.cat.categories], dtype=bool)
    return blank[texts.cat.codes.to_numpy()] if len(blank) else np.zeros(len(texts), dtype=bool)


def meant(codes: np.ndarray, values: Sequence[str]) -> pd.Series:
    """A column whose texts mean these values; several texts may mean the same one."""
    places, found = pd.factorize(pd.array(values, dtype="str"))
    return coded(_small(places, len(found))[codes], pd.Index(found, dtype="str"))


def same(text: str, length: int) -> pd.Series:
    """A column that has one text in every row."""
    return coded(np.zeros(length, dtype="int8"), [text])


def rewritten(texts: pd.Series, write: Callable[[str], str]) -> pd.Series:
    """The column with each text written anew."""
    return meant(texts.cat.codes.to_numpy(), [write(text) for text in texts.cat.categories])


def replaced(texts: pd.Series, where: np.ndarray, text: str) -> pd.Series:
    """The column with a text in the place of those of some rows."""
    if not where.any():
        return texts
    known = [*texts.cat.categories, text]
    return meant(np.where(where, len(known) - 1, texts.cat.codes.to_numpy()), known)


def joined(keys: Sequence[pd.Series]) -> tuple[np.ndarray, int]:
    """One number for each distinct combination of coded columns, and a number that none of them reaches."""
    numbers, reach = np.zeros(len(keys[0]), dtype="int64"), 1
    for key in keys:
        numbers *= len(key.cat.categories)
        numbers += key.cat.codes.to_numpy()
        reach *= len(key.cat.categories)
        if reach > _FAR:
            numbers, found = pd.factorize(numbers)
            reach = len(found)
    return numbers, reach


def variants(status: pd.Series, source: pd.Series, locator: pd.Series) -> pd.Series:
    """What tells figures that stand beside the preferred one apart: their source and place; it has '' itself."""
    beside = np.flatnonzero(status == "conflicting")
    codes = np.zeros(len(status), dtype="int32")
    sources, places = (cells.iloc[beside].astype("str").fillna("") for cells in (source, locator))
    numbers, texts = pd.factorize((sources + " " + places).str.strip())
    codes[beside] = numbers + 1
    return meant(codes, ["", *texts])


def is_each_once(numbers: np.ndarray, reach: int) -> bool:
    """Whether no number below ``reach`` stands twice."""
    if reach > _NEAR * max(len(numbers), _ALWAYS):
        return len(pd.unique(numbers)) == len(numbers)
    seen = np.zeros(reach, dtype=bool)
    seen[numbers] = True
    return int(seen.sum()) == len(numbers)


def _small(codes: np.ndarray, reach: int) -> np.ndarray:
    """Codes in as few bytes as they need."""
    return codes.astype("int8" if reach < 2**7 else "int16" if reach < 2**15 else "int32", copy=False)
