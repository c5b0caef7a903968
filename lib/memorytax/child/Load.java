package memorytax.child;

import java.io.Serializable;

/// What is put on the scale: starts `tasks` tasks that wait, and returns once every one of them has
/// said so from inside. What it returns is held until the scale says `UNLOAD`; if it is
/// [AutoCloseable] it is closed then. Serializable, because a load runs in another JVM: a lambda
/// that calls a static method travels, one that captures `this` does not.
@FunctionalInterface
public interface Load extends Serializable {
    Object apply(int tasks) throws Exception;
}
