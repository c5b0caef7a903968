/// Other instruments than the scale: the same tasks weighed without it, by programs of `lib/instruments` that share no
/// line with it, and how far the two agree. It may use `measure` and `file`. Begin with [Agreement].
package memorytax.instrument;
