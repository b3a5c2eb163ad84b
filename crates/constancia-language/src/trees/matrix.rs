//! Products of matrices in single precision, each element summed in the same order on every machine.
//!
//! Matrices are slices, row after row. It knows nothing of what the numbers mean.

const ROWS: usize = 4;
const COLUMNS: usize = 8;

/// Adds `left` times `right` to `out`; `inner` is the length of a row of `left` and the number of rows of `right`.
///
/// Every element is summed from the first of the inner terms to the last, without fused operations, so that the width of
/// a machine's registers changes nothing.
pub fn multiply_add(left: &[f32], right: &[f32], inner: usize, out: &mut [f32]) {
    if inner == 0 {
        return;
    }
    let columns = right.len() / inner;
    let mut strips = left.chunks_exact(inner * ROWS);
    let mut outs = out.chunks_exact_mut(columns * ROWS);
    for (strip, out) in strips.by_ref().zip(outs.by_ref()) {
        multiply_strip::<ROWS>(strip, right, inner, out);
    }
    let (rest, out) = (strips.remainder(), outs.into_remainder());
    match rest.len() / inner {
        3 => multiply_strip::<3>(rest, right, inner, out),
        2 => multiply_strip::<2>(rest, right, inner, out),
        1 => multiply_strip::<1>(rest, right, inner, out),
        _ => {}
    }
}

/// A few rows of `left` at once, so that what is loaded of `right` serves all of them.
fn multiply_strip<const HEIGHT: usize>(left: &[f32], right: &[f32], inner: usize, out: &mut [f32]) {
    let columns = right.len() / inner;
    let rows: [&[f32]; HEIGHT] = std::array::from_fn(|row| &left[row * inner..][..inner]);
    let whole = columns / COLUMNS * COLUMNS;
    for at in (0..whole).step_by(COLUMNS) {
        tile(rows, right, columns, at, out);
    }
    for at in whole..columns {
        for (row, left) in rows.iter().enumerate() {
            let terms = left.iter().zip(right[at..].iter().step_by(columns));
            out[row * columns + at] = terms.fold(out[row * columns + at], |sum, (left, right)| sum + left * right);
        }
    }
}

fn tile<const HEIGHT: usize>(rows: [&[f32]; HEIGHT], right: &[f32], columns: usize, at: usize, out: &mut [f32]) {
    let mut sums = [[0.0f32; COLUMNS]; HEIGHT];
    for (row, sums) in sums.iter_mut().enumerate() {
        sums.copy_from_slice(&out[row * columns + at..][..COLUMNS]);
    }
    for (inner, right) in right.chunks_exact(columns).enumerate() {
        let right = &right[at..at + COLUMNS];
        for (sums, left) in sums.iter_mut().zip(rows) {
            let left = left[inner];
            for (sum, right) in sums.iter_mut().zip(right) {
                *sum += left * right;
            }
        }
    }
    for (row, sums) in sums.iter().enumerate() {
        out[row * columns + at..][..COLUMNS].copy_from_slice(sums);
    }
}

/// Rows to columns; `columns` is the length of a row of `matrix`.
pub fn transpose(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = matrix.len() / columns;
    let mut turned = vec![0.0; matrix.len()];
    for (row, values) in matrix.chunks_exact(columns).enumerate() {
        for (column, value) in values.iter().enumerate() {
            turned[column * rows + row] = *value;
        }
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_every_size_are_the_sums_of_their_terms() {
        for (rows, inner, columns) in [(1, 3, 5), (4, 2, 8), (7, 5, 19), (9, 1, 16)] {
            let left: Vec<f32> = (0..rows * inner).map(|at| (at % 7) as f32 - 3.0).collect();
            let right: Vec<f32> = (0..inner * columns).map(|at| (at % 5) as f32 - 2.0).collect();
            let mut out = vec![1.0; rows * columns];
            multiply_add(&left, &right, inner, &mut out);
            for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
                let terms = (0..inner).map(|k| left[row * inner + k] * right[k * columns + column]);
                assert_eq!(out[row * columns + column], 1.0 + terms.sum::<f32>(), "{rows} {inner} {columns}");
            }
        }
    }

    #[test]
    fn what_is_turned_twice_is_as_it_was() {
        let matrix = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        assert_eq!(transpose(&matrix, 3), [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
        assert_eq!(transpose(&transpose(&matrix, 3), 2), matrix);
    }
}
