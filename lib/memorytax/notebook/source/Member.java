package memorytax.notebook.source;

/// A declaration with all that goes with it: prose from `from` up to `code` (none when they are equal), code up to
/// `to`, a remark at the end of the last line included.
record Member(Declaration declaration, int from, int code, int to) {
    String name() {
        return declaration.name();
    }

    boolean documented() {
        return from < code;
    }

    /// A second variable of the same declaration: `int a, b;`.
    Member upTo(int end) {
        return new Member(declaration, from, code, Math.max(to, end));
    }
}
