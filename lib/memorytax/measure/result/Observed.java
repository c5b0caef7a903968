package memorytax.measure.result;

/// What processes have reported that were watched meanwhile. What they were watched for, a type of its own says;
/// [Watched] processes did anything.
public interface Observed extends Reported {
    /// What was seen of them, and all that they reported.
    Watched watched();

    @Override
    default Reports reports() {
        return watched().reports();
    }
}
