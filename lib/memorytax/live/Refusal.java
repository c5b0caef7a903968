package memorytax.live;

import java.util.Optional;

/// Why a request is not answered.
///
/// @param status of HTTP
/// @param why    a sentence without its end
public record Refusal(int status, String why) {
    /// One, for who may return none.
    public static Optional<Refusal> of(int status, String why) {
        return Optional.of(new Refusal(status, why));
    }
}
