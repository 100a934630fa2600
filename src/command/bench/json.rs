//! Figures for a program.

use serde_json::{Map, Value, json};

use crate::engine::bench::Figures;

/// The figures as JSON: speeds by name, ratios beside what they are made of.
pub(super) fn record(model: &str, figures: &Figures) -> Vec<u8> {
    let mut record = Map::new();
    record.insert("model".to_owned(), model.into());
    if let Value::Object(found) = json!(figures) {
        record.extend(found);
    }
    record.remove("speeds");
    if let Some(load) = &figures.load {
        record["load"]["to_reading"] = (load.seconds / load.reading_s).into();
        record["load"]["to_passing"] = (load.seconds / load.passing_s).into();
    }
    if let Some(beginning) = &figures.beginning {
        record["beginning"]["to_reading"] = (beginning.find_s / beginning.read_s).into();
    }
    if let Some(peak) = figures.peak_bytes {
        record.insert("peak_to_file".to_owned(), (peak as f64 / figures.file_bytes as f64).into());
    }
    for speed in &figures.speeds {
        let mut value = json!(speed);
        if let Value::Object(value) = &mut value {
            value.shift_remove("name");
        }
        record.insert(speed.name.clone(), value);
    }
    let mut bytes = serde_json::to_vec_pretty(&record).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
