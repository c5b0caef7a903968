import module java.base;

import memorytax.child.kit.Loans;

/// ## Whatever happens, give it back
///
/// There were two ways out on which the buffer stayed where it was: the
/// early `return` of an empty request, and the exception of one that
/// hung up. `finally` runs on all of them, those included that somebody
/// adds next year. The exception still comes out.
///
/// `borrow` stands before the `try`. If it fails there is nothing to
/// give back.
///
/// ### Hints
///
/// 1. Count the ways out of the method. The last line is one of them.
/// 2. A call that throws is a way out, too.
/// 3. `try { … } finally { … }` has one place through which all of them
///    lead.
static long answer(Loans pool, int request) throws IOException {
    var buffer = pool.borrow();
    try {
        int length = pool.read(request, buffer);
        if (length == 0) return 0;
        long sum = 0;
        for (int i = 0; i < length; i++) sum += buffer[i];
        return sum;
    } finally {
        pool.giveBack(buffer);
    }
}
