// The matrix product for one kind of processor, included once for each by matrix_product.c, which
// sets
//
//   LANES   the doubles of one vector
//   ROWS    the rows of a tile: 8 or 4
//   FORM(x) the name x with the processor's
//   TARGET  the attribute that lets the compiler use its instructions
//
// A tile of ROWS x 3 vectors stays in registers while the inner index runs, and its sums are
// independent, so that they hide the latency of a fused multiply-add. Blocks over the inner index
// end with the sums stored and the next begins from there, which leaves the order as it is.

typedef double FORM(Vector) __attribute__((vector_size(LANES * 8), aligned(8)));

#define STEP static inline __attribute__((always_inline)) TARGET

/// `rows` x `vectors` sums over the inner index. `a` is read at row * aRow + inner * aInner, `b` is a
/// panel: vectors * LANES values for each inner index. Only `columns` sums of a row are kept.
STEP void FORM(tile)(
    const size_t rows, const size_t vectors, size_t inner, const double *a, size_t aRow,
    size_t aInner, const double *b, const double *start, size_t startRow, double *c, size_t cRow,
    size_t columns) {
  FORM(Vector) sums[ROWS][3];
  double edge[ROWS * 3 * LANES];
  const bool whole = columns == vectors * LANES;
  if (start && !whole) {
    for (size_t i = 0; i < rows; i++)
      for (size_t j = 0; j < vectors * LANES; j++)
        edge[i * vectors * LANES + j] = j < columns ? start[i * startRow + j] : 0;
    start = edge;
    startRow = vectors * LANES;
  }
#pragma clang loop unroll(full)
  for (size_t i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++)
      sums[i][v] = start ? *(const FORM(Vector) *)(start + i * startRow + v * LANES)
                         : (FORM(Vector)){0};

#pragma clang loop unroll(disable)
  for (size_t l = 0; l < inner; l++) {
    FORM(Vector) right[3];
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++) right[v] = *(const FORM(Vector) *)(b + v * LANES);
#pragma clang loop unroll(full)
    for (size_t i = 0; i < rows; i++) {
      const FORM(Vector) left = a[i * aRow] - (FORM(Vector)){0};
#pragma clang loop unroll(full)
      for (size_t v = 0; v < vectors; v++)
        sums[i][v] = __builtin_elementwise_fma(left, right[v], sums[i][v]);
    }
    a += aInner;
    b += vectors * LANES;
  }

  double *target = whole ? c : edge;
  const size_t targetRow = whole ? cRow : vectors * LANES;
#pragma clang loop unroll(full)
  for (size_t i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++)
      *(FORM(Vector) *)(target + i * targetRow + v * LANES) = sums[i][v];
  if (!whole)
    for (size_t i = 0; i < rows; i++)
      for (size_t j = 0; j < columns; j++) c[i * cRow + j] = edge[i * vectors * LANES + j];
}

/// All tiles of `m` rows against one panel. One of `aRow` and `aInner` is 1, and is passed as the
/// constant that it is.
STEP void FORM(column)(
    const size_t vectors, size_t m, size_t inner, const double *a, size_t aRow, size_t aInner,
    size_t aTile, const double *b, const double *start, size_t startRow, double *c, size_t cRow,
    size_t columns) {
  size_t i = 0;
#define TILES(rows)                                                                               \
  for (; i + (rows) <= m; i += (rows)) {                                                          \
    const double *left = a + i / ROWS * aTile + i % ROWS * aRow;                                  \
    const double *from = start ? start + i * startRow : NULL;                                     \
    FORM(tile)((rows), vectors, inner, left, aRow, aInner, b, from, startRow, c + i * cRow, cRow, \
               columns);                                                                          \
  }
  TILES(ROWS)
#if ROWS == 8
  TILES(4)
#endif
  TILES(2)
  TILES(1)
#undef TILES
}

/// `column` with the constants in place.
TARGET __attribute__((noinline)) static void FORM(panel)(
    size_t m, size_t inner, const double *a, size_t aRow, size_t aInner, size_t aTile,
    const double *b, const double *start, size_t startRow, double *c, size_t cRow, size_t columns) {
#define PANEL(vectors, row, next)                                                                 \
  FORM(column)((vectors), m, inner, a, (row), (next), aTile, b, start, startRow, c, cRow, columns)
  const size_t vectors = (columns + LANES - 1) / LANES;
  if (aRow == 1) {
    if (vectors == 3) PANEL(3, 1, aInner);
    else if (vectors == 2) PANEL(2, 1, aInner);
    else PANEL(1, 1, aInner);
  } else {
    if (vectors == 3) PANEL(3, aRow, 1);
    else if (vectors == 2) PANEL(2, aRow, 1);
    else PANEL(1, aRow, 1);
  }
#undef PANEL
}

/// The whole product; see CKernels.h.
TARGET static void FORM(product)(
    size_t m, size_t n, size_t k, const double *a, size_t aRow, size_t aInner, const double *b,
    size_t bInner, size_t bColumn, const double *start, size_t startRow, double *c,
    double *workspace) {
  const size_t width = 3 * LANES;
  double *right = workspace;
  const size_t innerBlock = balanced(k, maximumInner, 1);
  const size_t columnBlock = balanced(n, maximumColumns, width);
  const size_t rowBlock = balanced(m, maximumRows, ROWS);
  double *left = workspace + rounded(columnBlock, width) * innerBlock;
  const bool packsLeft = m * k > largestUnpacked && n > width;

  for (size_t l = 0; l < k || l == 0; l += innerBlock) {
    const size_t inner = k - l < innerBlock ? k - l : innerBlock;
    // Later blocks go on from the sums of the earlier ones.
    const double *from = l == 0 ? start : c;
    const size_t fromRow = l == 0 ? startRow : n;
    for (size_t j = 0; j < n; j += columnBlock) {
      const size_t columns = n - j < columnBlock ? n - j : columnBlock;
      for (size_t p = 0; p < columns; p += width) {
        const size_t kept = columns - p < width ? columns - p : width;
        pack(kept, rounded(kept, LANES), inner, b + l * bInner + (j + p) * bColumn, bColumn, bInner,
             right + p * inner);
      }
      for (size_t i = 0; i < m; i += rowBlock) {
        const size_t rows = m - i < rowBlock ? m - i : rowBlock;
        const double *block = a + i * aRow + l * aInner;
        size_t blockRow = aRow, blockInner = aInner, blockTile = ROWS * aRow;
        if (packsLeft) {
          for (size_t p = 0; p < rows; p += ROWS)
            pack(rows - p < ROWS ? rows - p : ROWS, ROWS, inner, block + p * aRow, aRow, aInner,
                 left + p * inner);
          block = left;
          blockRow = 1;
          blockInner = ROWS;
          blockTile = ROWS * inner;
        }
        for (size_t p = 0; p < columns; p += width) {
          const size_t kept = columns - p < width ? columns - p : width;
          const size_t place = i * fromRow + j + p;
          FORM(panel)(rows, inner, block, blockRow, blockInner, blockTile, right + p * inner,
                      from ? from + place : NULL, fromRow, c + i * n + j + p, n, kept);
        }
      }
    }
  }
}

#undef STEP
