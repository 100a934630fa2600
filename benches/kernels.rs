//! Times candle's quantized kernels, and checks which give the same row whatever is computed beside it.
//!
//! `cargo bench --bench kernels [-- PART…]`, parts: `gemv`, `fused`, `rows`, `small`, `attention`. Sizes are those of
//! Qwen3 1.7B.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs, reason = "a tool for the maintainers")]

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use candle_core::quantized::{GgmlDType, QMatMul, QStorage, QTensor};
use candle_core::{D, DType, Device, Module, Result, Tensor};

fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn weights(dtype: GgmlDType, n: usize, k: usize) -> Arc<QTensor> {
    let block = dtype.type_size();
    let count = n * k / dtype.block_size();
    let mut seed = (n * 31 + k) as u64;
    let mut bytes: Vec<u8> = (0..count * block / 8 + 1).flat_map(|_| mix(&mut seed).to_le_bytes()).collect();
    bytes.truncate(count * block);
    let scale = 0x068e_u16.to_le_bytes();
    for block in bytes.chunks_mut(block) {
        match dtype {
            GgmlDType::Q4K => {
                block[..2].copy_from_slice(&scale);
                block[2..4].copy_from_slice(&0x1225_u16.to_le_bytes());
            }
            GgmlDType::Q6K => block[208..].copy_from_slice(&scale),
            _ => block[..2].copy_from_slice(&scale),
        }
    }
    let storage = QStorage::from_data(Cow::Owned(bytes), &Device::Cpu, dtype).unwrap();
    Arc::new(QTensor::new(storage, (n, k)).unwrap())
}

/// Milliseconds of one call: the median over about a third of a second, after a first call that packs.
fn time(mut call: impl FnMut() -> Result<()>) -> f64 {
    call().unwrap();
    let (mut times, begun) = (Vec::new(), Instant::now());
    while times.len() < 3 || begun.elapsed().as_secs_f64() < 0.3 {
        let start = Instant::now();
        call().unwrap();
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn x(m: usize, k: usize) -> Tensor {
    Tensor::randn(0f32, 1.0, (m, k), &Device::Cpu).unwrap()
}

fn gemv() {
    for (dtype, name) in [(GgmlDType::Q4K, "Q4_K"), (GgmlDType::Q6K, "Q6_K"), (GgmlDType::Q8_0, "Q8_0")] {
        for (n, k) in [(2048, 2048), (1024, 2048), (6144, 2048), (2048, 6144), (151_936, 2048)] {
            if n > 100_000 && dtype == GgmlDType::Q4K {
                continue;
            }
            let w = weights(dtype, n, k);
            let product = QMatMul::from_arc(w.clone()).unwrap();
            print!("{name} {n}x{k}:");
            for m in [1, 2, 3, 4, 8, 12, 16, 64, 256, 1024] {
                if n > 100_000 && m > 16 {
                    continue;
                }
                let x = x(m, k);
                let ms = time(|| product.forward(&x).map(drop));
                print!("  m{m} {ms:.3}ms/{:.0}Gmac", (n * k * m) as f64 / ms / 1e6);
            }
            println!("  ({:.1} MB)", w.storage_size_in_bytes() as f64 / 1e6);
        }
    }
}

fn fused() {
    let (hidden, kv, ffn) = (2048, 1024, 6144);
    let qkv = [
        weights(GgmlDType::Q4K, hidden, hidden),
        weights(GgmlDType::Q4K, kv, hidden),
        weights(GgmlDType::Q4K, kv, hidden),
    ];
    let gate = [weights(GgmlDType::Q4K, ffn, hidden), weights(GgmlDType::Q4K, ffn, hidden)];
    for (name, parts) in [("qkv", &qkv[..]), ("gate+up", &gate[..])] {
        let separate: Vec<QMatMul> = parts.iter().map(|part| QMatMul::from_arc(part.clone()).unwrap()).collect();
        let together: Vec<&QTensor> = parts.iter().map(AsRef::as_ref).collect();
        for m in [1, 2, 4, 8, 16, 256] {
            let x = x(m, hidden);
            let apart = time(|| separate.iter().try_for_each(|part| part.forward(&x).map(drop)));
            let fused = time(|| QTensor::gemv_fused_shared_lhs(&together, &x).map(drop));
            println!("{name} m{m}: apart {apart:.3} ms, fused {fused:.3} ms");
        }
    }
}

fn rows() {
    for (dtype, name) in
        [(GgmlDType::Q4K, "Q4_K"), (GgmlDType::Q6K, "Q6_K"), (GgmlDType::Q8_0, "Q8_0"), (GgmlDType::Q5K, "Q5_K")]
    {
        let w = weights(dtype, 1024, 2048);
        let product = QMatMul::from_arc(w.clone()).unwrap();
        let x = x(300, 2048);
        let all = product.forward(&x).unwrap().to_vec2::<f32>().unwrap();
        for m in [1, 2, 3, 4, 5, 7, 8, 16, 31, 32, 64, 299] {
            let some = product.forward(&x.narrow(0, 0, m).unwrap()).unwrap().to_vec2::<f32>().unwrap();
            let same = some.iter().zip(&all).all(|(a, b)| a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits()));
            let fused = QTensor::gemv_fused_shared_lhs(&[&w], &x.narrow(0, 0, m).unwrap()).unwrap();
            let fused = fused.map(|out| {
                let out = out[0].to_vec2::<f32>().unwrap();
                out.iter().zip(&all).all(|(a, b)| a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits()))
            });
            println!("{name} m{m}: same row as in m=300: {same}, fused: {fused:?}");
        }
    }
}

fn small() {
    let weight = Tensor::ones(2048, DType::F32, &Device::Cpu).unwrap();
    let busy = QMatMul::from_arc(weights(GgmlDType::Q4K, 256, 2048)).unwrap();
    for m in [1, 8, 256] {
        let (h, f) = (x(m, 2048), x(m, 6144));
        let heads = Tensor::randn(0f32, 1.0, (1, m, 16, 128), &Device::Cpu).unwrap();
        let norm = Tensor::ones(128, DType::F32, &Device::Cpu).unwrap();
        let angles = Tensor::ones((m, 64), DType::F32, &Device::Cpu).unwrap();
        let turned = heads.transpose(1, 2).unwrap().contiguous().unwrap();
        let alone = time(|| busy.forward(&h).map(drop));
        let after = |name: &str, call: &dyn Fn() -> Result<()>| {
            let cold = time(call);
            let warm = time(|| {
                busy.forward(&h)?;
                call()
            });
            println!("m{m} {name}: {:.1} us alone, {:.1} us after a product", cold * 1e3, (warm - alone) * 1e3);
        };
        after("rms_norm 2048", &|| candle_nn::ops::rms_norm(&h, &weight, 1e-6).map(drop));
        after("rms_norm heads", &|| candle_nn::ops::rms_norm(&heads, &norm, 1e-6).map(drop));
        after("residual add", &|| (&h + &h).map(drop));
        after("silu*mul", &|| (candle_nn::ops::silu(&f)? * &f).map(drop));
        after("rope 16 heads", &|| candle_nn::rotary_emb::rope(&turned, &angles, &angles).map(drop));
        after("transpose heads", &|| heads.transpose(1, 2)?.contiguous().map(drop));
        after("to f16", &|| turned.to_dtype(DType::F16).map(drop));
    }
}

fn attention() {
    for (rows, keys) in [(2, 1024), (16, 1024), (256, 256), (256, 1024), (512, 1024), (256, 4096)] {
        let heads = 8;
        let q = Tensor::randn(0f32, 1.0, (heads, rows * 2, 128), &Device::Cpu).unwrap();
        let k = Tensor::randn(0f32, 1.0, (heads, keys, 128), &Device::Cpu).unwrap();
        let v = Tensor::randn(0f32, 1.0, (heads, keys, 128), &Device::Cpu).unwrap();
        let kt = k.transpose(1, 2).unwrap();
        let k_t = kt.contiguous().unwrap();
        let scores = q.matmul(&kt).unwrap();
        println!(
            "rows {rows} x2 keys {keys}: q·kT view {:.3}, q·(kT laid) {:.3}, softmax {:.3}, p·v {:.3}, k f16→f32 {:.3} ms",
            time(|| q.matmul(&kt).map(drop)),
            time(|| q.matmul(&k_t).map(drop)),
            time(|| candle_nn::ops::softmax_last_dim(&scores).map(drop)),
            time(|| scores.matmul(&v).map(drop)),
            {
                let half = k.to_dtype(DType::F16).unwrap();
                time(|| half.to_dtype(DType::F32).map(drop))
            },
        );
        let (qh, kh) = (q.to_dtype(DType::F16).unwrap(), kt.to_dtype(DType::F16).unwrap());
        println!("   f16 q·kT {:.3} ms", time(|| qh.matmul(&kh).map(drop)));
        let max = scores.max_keepdim(D::Minus1).unwrap();
        println!(
            "   by hand: sub {:.3}, exp {:.3}, sum {:.3} ms",
            time(|| scores.broadcast_sub(&max).map(drop)),
            time(|| scores.exp().map(drop)),
            time(|| scores.sum_keepdim(D::Minus1).map(drop)),
        );
    }
}

fn main() {
    let parts: Vec<String> = std::env::args().skip(1).filter(|part| !part.starts_with('-')).collect();
    for (name, part) in
        [("rows", rows as fn()), ("gemv", gemv), ("fused", fused), ("small", small), ("attention", attention)]
    {
        if parts.is_empty() || parts.iter().any(|wanted| wanted == name) {
            part();
        }
    }
}
