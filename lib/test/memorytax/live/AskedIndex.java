package memorytax.live;

import java.util.List;
import java.util.Map;

/// A list of chapters that notes what it is asked.
record AskedIndex(List<String> asked) implements LiveIndex {
    @Override
    public String page() {
        asked.add("page");
        return "<p>page";
    }

    @Override
    public Runnable follow(Listener listener) {
        asked.add("follow");
        listener.happened("chapters", "states", Map.of());
        return () -> { };
    }

    @Override
    public void open(String chapter) {
        asked.add("open " + chapter);
    }
}
