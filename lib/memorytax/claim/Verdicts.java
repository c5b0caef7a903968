package memorytax.claim;

import java.util.List;

/// All that a chapter has to say of the claims that it judges.
public record Verdicts(List<Verdict> all) {
}
