use std::sync::Arc;

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};

use super::{Packed, Rows, Simd, known, suits, times_with};

const INPUTS: usize = 768;
const OUTPUTS: usize = 48;

/// Numbers without a pattern, from −1 to 1.
fn numbers(count: usize, seed: u32) -> Vec<f32> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f32::from((state >> 16) as u16) / 32_768.0 - 1.0
    };
    (0..count).map(|_| next()).collect()
}

fn stored(form: GgmlDType) -> QTensor {
    // Parts of different sizes, so that scales differ.
    let weights = numbers(INPUTS * OUTPUTS, 5).into_iter().enumerate();
    let weights: Vec<f32> = weights.map(|(at, number)| number * (1.0 + (at / 32 % 7) as f32) + 0.3).collect();
    QTensor::quantize(&Tensor::from_vec(weights, (OUTPUTS, INPUTS), &Device::Cpu).unwrap(), form).unwrap()
}

fn packed(form: GgmlDType) -> Arc<Packed> {
    Arc::new(Packed::new(form, (OUTPUTS, INPUTS), &stored(form).data().unwrap()).unwrap())
}

fn product(simd: Simd, matrix: &Arc<Packed>, before: &[f32]) -> Vec<f32> {
    let mut rows = Rows { width: INPUTS, numbers: before.to_vec() };
    let product = times_with(simd, &[matrix], &mut rows).unwrap().remove(0);
    let same = |(now, before): (&f32, &f32)| now.to_bits() == before.to_bits();
    assert!(rows.numbers.len() == before.len() && rows.numbers.iter().zip(before).all(same));
    product
}

#[test]
fn a_row_of_weights_is_what_the_file_says() {
    for form in [GgmlDType::Q4K, GgmlDType::Q6K] {
        let theirs: Vec<f32> = stored(form).dequantize(&Device::Cpu).unwrap().flatten_all().unwrap().to_vec1().unwrap();
        let packed = packed(form);
        for (output, theirs) in theirs.chunks(INPUTS).enumerate() {
            assert_eq!(packed.row(output), theirs, "{form:?}, output {output}");
        }
    }
}

#[test]
fn products_are_those_with_the_weights_of_the_file() {
    for (simd, form) in known().flat_map(|simd| [(simd, GgmlDType::Q4K), (simd, GgmlDType::Q6K)]) {
        let (packed, rows) = (packed(form), numbers(70 * INPUTS, 9));
        let product = product(simd, &packed, &rows);
        for (row, product) in rows.chunks(INPUTS).zip(product.chunks(OUTPUTS)) {
            for (output, number) in product.iter().enumerate() {
                let weights = packed.row(output);
                let exact: f64 = weights.iter().zip(row).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum();
                let sizes: f64 = weights.iter().zip(row).map(|(a, b)| f64::from((a * b).abs())).sum();
                // A row's numbers are rounded to 8 bits: by a 254th of the largest at most, and as often up as down.
                assert!((f64::from(*number) - exact).abs() < sizes / 300.0, "{form:?}: {number} is not {exact}");
            }
        }
    }
}

#[test]
fn a_row_comes_out_the_same_among_any_others_and_with_any_vectors() {
    for form in [GgmlDType::Q4K, GgmlDType::Q6K] {
        let (packed, rows) = (packed(form), numbers(150 * INPUTS, 3));
        let mut all: Option<Vec<f32>> = None;
        for simd in known() {
            let product = |from: usize, to: usize| product(simd, &packed, &rows[from * INPUTS..to * INPUTS]);
            let all = all.get_or_insert_with(|| product(0, 150));
            for (from, to) in [(0, 150), (0, 1), (1, 3), (3, 6), (6, 10), (10, 15), (15, 24), (24, 60), (60, 149)] {
                let some = product(from, to);
                assert_eq!(some, all[from * OUTPUTS..to * OUTPUTS], "{form:?}, rows {from}..{to}");
            }
        }
    }
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    // All bits set: the largest weights and scales. Factors of one.
    for (form, size, factors) in [(GgmlDType::Q4K, 144, 0..4), (GgmlDType::Q6K, 210, 208..210)] {
        let mut block = vec![0xFF; size];
        block[factors].as_chunks_mut::<2>().0.fill(half::f16::ONE.to_le_bytes());
        let packed = Arc::new(Packed::new(form, (16, 256), &block.repeat(16)).unwrap());
        let exact = |sign: f32| packed.row(3).iter().map(|weight| weight * sign).sum::<f32>();
        for (simd, sign) in known().flat_map(|simd| [(simd, 1.0), (simd, -1.0)]) {
            let mut rows = Rows { width: 256, numbers: vec![sign; 3 * 256] };
            let product = times_with(simd, &[&packed], &mut rows).unwrap().remove(0);
            assert!(product.iter().all(|number| (number / exact(sign) - 1.0).abs() < 1e-5), "{form:?}: {product:?}");
        }
    }
}

#[test]
fn what_is_no_number_is_not_hidden() {
    let packed = packed(GgmlDType::Q4K);
    for (simd, number) in known().flat_map(|simd| [(simd, f32::NAN), (simd, f32::INFINITY)]) {
        let mut rows = numbers(2 * INPUTS, 1);
        rows[700] = number;
        let product = product(simd, &packed, &rows);
        assert!(product[..OUTPUTS].iter().all(|number| number.is_nan()));
        assert!(product[OUTPUTS..].iter().all(|number| number.is_finite()));
    }
    let mut bytes = stored(GgmlDType::Q4K).data().unwrap().into_owned();
    assert!(Packed::new(GgmlDType::Q4K, (OUTPUTS, INPUTS), &bytes[144..]).is_none());
    bytes[144 * 5..144 * 5 + 2].copy_from_slice(&half::f16::INFINITY.to_le_bytes());
    assert!(Packed::new(GgmlDType::Q4K, (OUTPUTS, INPUTS), &bytes).is_none());
}

#[test]
fn what_does_not_suit_is_left_to_others() {
    assert!(!suits(GgmlDType::Q8_0, &[16, 256]));
    assert!(!suits(GgmlDType::Q4K, &[24, 256]));
    assert!(!suits(GgmlDType::Q6K, &[256]));
    assert_eq!(suits(GgmlDType::Q4K, &[16, 256]), known().next().is_some());
}
