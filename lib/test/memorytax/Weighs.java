package memorytax;

import org.junit.jupiter.api.parallel.ResourceLock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On tests that hold the bytes or the time of a process against a limit or against another one's: there is one scale,
/// so that never two of them run at a time. Beside them runs what weighs nothing. A test that starts processes only to
/// hear what they say, or to count, is not one of these.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("the scale")
public @interface Weighs {
}
