package memorytax.scale;

import java.util.List;
import java.util.Map;

/// How to start a child that speaks the protocol.
///
/// @param command     program and arguments; the process that it names is the one that is weighed, not a wrapper
/// @param environment set on top of the parent's own
public record Launch(List<String> command, Map<String, String> environment) {
}
