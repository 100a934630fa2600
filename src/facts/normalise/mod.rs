//! Comparable values out of written text. Copies are normalised; what is printed is never altered.
