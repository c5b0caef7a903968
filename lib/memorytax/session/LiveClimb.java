package memorytax.session;

import java.util.ArrayList;
import java.util.List;

/// The weight of one process over time. However long it takes, there are not too many readings of it to be sent.
final class LiveClimb {
    private static final int MOST = 60;
    private final List<Reading> readings = new ArrayList<>();
    /// Between two that stay, in milliseconds.
    private long apart;

    /// @param millis since the process was begun
    record Reading(long millis, long bytes) {
    }

    void clear() {
        readings.clear();
        apart = 0;
    }

    /// The last of them is always the newest, whether it stays or not.
    void add(Reading reading) {
        int size = readings.size();
        if (size > 1 && readings.getLast().millis() - readings.get(size - 2).millis() < apart) readings.removeLast();
        readings.add(reading);
        if (readings.size() < MOST) return;
        for (int i = readings.size() - 2; i > 0; i -= 2) readings.remove(i); // the first and the newest stay
        apart = 2 * (reading.millis() - readings.getFirst().millis()) / MOST;
    }

    List<Reading> all() {
        return List.copyOf(readings);
    }
}
