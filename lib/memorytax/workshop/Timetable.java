package memorytax.workshop;

import memorytax.workshop.Activity.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a room does in so many minutes, a row for each activity. The rows take exactly these minutes together.
///
/// @param minutes    of the whole workshop
/// @param activities in order
public record Timetable(int minutes, List<Activity> activities) {
    /// What to do on the day before.
    public static final String PREPARE = "./jbang workbook --prepare";
    /// As much as a timetable may have: a day.
    public static final int MOST = 24 * 60;
    /// After as much work there is a break.
    private static final int WORK = 90, BREAK = 10, START = 3;
    /// One part of so many is kept for what takes longer than planned.
    private static final int RESERVE = 20;

    /// A chapter, what is done of it, and how many questions the leader's notes have for it.
    private record Part(ChapterWork work, Form form, int asked) {
        List<Activity> activities() {
            return form.of(work, asked);
        }

        Part in(Form form) {
            return new Part(work, form, asked);
        }
    }

    /// The timetable of these chapters; of a choice of them, where the caller leaves that to us.
    ///
    /// In up to 90 minutes the choice is chapters 1, 3 and 6, as far as they fit. In a longer workshop there is a
    /// chapter for each 45 minutes: after these three come 2, 8, 4, 7 and 5. Every chapter is short at first. Then, in
    /// the same order, each becomes as long as fits. What is left goes to the discussions and the exercises, at most
    /// half as much again for each, and then to the reserve.
    ///
    /// @param chapters those that are wanted, or all that there are
    /// @param named    whether the caller has named them; then all of them have to fit
    /// @param asked    how many questions the leader's notes have for a chapter
    /// @throws IllegalArgumentException with one line that says how many minutes are needed
    public static Timetable of(int minutes, List<ChapterWork> chapters, boolean named, Questions asked) {
        if (minutes < 1 || minutes > MOST) throw new IllegalArgumentException(
            "\"%d\" is not a number of minutes from 1 to %,d".formatted(minutes, MOST));
        var all = ChapterOrder.of(chapters);
        var order = named ? all : ChapterOrder.first(all, minutes);
        var parts = named ? tastes(order, asked) : chosen(minutes, order, asked);
        if (parts.isEmpty() || !fits(minutes, parts)) throw tooFew(minutes, order, named, asked);
        for (var form : Form.values()) for (int i = 0; i < parts.size(); i++) {
            var before = parts.get(i);
            if (before.form.compareTo(form) >= 0) continue;
            parts.set(i, before.in(form));
            if (!fits(minutes, parts)) parts.set(i, before);
        }
        return new Timetable(minutes, filled(minutes, rows(parts)));
    }

    /// As many as fit while they are short; one alone may be even shorter.
    private static List<Part> chosen(int minutes, List<ChapterWork> order, Questions asked) {
        var parts = new ArrayList<Part>();
        for (var work : order)
            for (var form : parts.isEmpty() ? List.of(Form.SHORT, Form.TASTE) : List.of(Form.SHORT)) {
                parts.add(new Part(work, form, asked.of(work.name())));
                if (fits(minutes, parts)) break;
                parts.removeLast();
            }
        return parts;
    }

    private static List<Part> tastes(List<ChapterWork> order, Questions asked) {
        return new ArrayList<>(order.stream().map(work -> new Part(work, Form.TASTE, asked.of(work.name()))).toList());
    }

    /// How many questions there are to ask in a chapter.
    @FunctionalInterface
    public interface Questions {
        /// @param chapter `chapter1`
        int of(String chapter);
    }

    private static IllegalArgumentException tooFew(int minutes, List<ChapterWork> order, boolean named,
                                                   Questions asked) {
        var tastes = tastes(order, asked);
        var least = named ? needed(tastes) : tastes.stream().mapToInt(part -> needed(List.of(part))).min().orElse(0);
        var what = !named ? "one chapter" : order.size() == 1 ? "chapter " + order.getFirst().number()
            : "these %d chapters".formatted(order.size());
        return new IllegalArgumentException("%d %s too few for %s: the least is %d".formatted(minutes,
            minutes == 1 ? "minute is" : "minutes are", what, least));
    }

    private static int needed(List<Part> parts) {
        int minutes = 1;
        while (!fits(minutes, parts)) minutes++;
        return minutes;
    }

    private static boolean fits(int minutes, List<Part> parts) {
        return sum(rows(parts)) + Math.ceilDiv(minutes, RESERVE) <= minutes;
    }

    private static int sum(List<Activity> rows) {
        return rows.stream().mapToInt(Activity::minutes).sum();
    }

    /// With a start before them and breaks between them, as the chapters follow each other.
    private static List<Activity> rows(List<Part> parts) {
        var rows = new ArrayList<Activity>(List.of(new Activity(0, Kind.START, START,
            "each person opens a terminal in the folder of the workbook, and types `./jbang`")));
        int since = START;
        for (var part : parts.stream().sorted((a, b) -> a.work.number() - b.work.number()).toList()) {
            int takes = sum(part.activities());
            if (since > START && since + takes > WORK) {
                rows.add(new Activity(0, Kind.BREAK, BREAK, "leave the room"));
                since = 0;
            }
            rows.addAll(part.activities());
            since += takes;
        }
        return rows;
    }

    /// With what is left: a minute for each discussion and each exercise in turn, and the rest in reserve.
    private static List<Activity> filled(int minutes, List<Activity> rows) {
        var all = rows.toArray(Activity[]::new);
        int left = minutes - sum(rows) - Math.ceilDiv(minutes, RESERVE);
        for (boolean longer = true; longer && left > 0; ) {
            longer = false;
            for (int i = 0; i < all.length && left > 0; i++) {
                boolean grows = all[i].kind() == Kind.DISCUSSING || all[i].kind() == Kind.EXERCISE;
                if (!grows || all[i].minutes() + 1 > 1.5 * rows.get(i).minutes()) continue;
                all[i] = all[i].longer(1);
                left--;
                longer = true;
            }
        }
        int reserve = minutes - sum(Arrays.asList(all));
        return Stream.concat(Stream.of(all), Stream.of(new Activity(0, Kind.RESERVE, reserve,
            "for what takes longer, and for questions"))).toList();
    }

    /// The numbers of its chapters, in order.
    public List<Integer> chapters() {
        return activities.stream().map(Activity::chapter).filter(chapter -> chapter > 0).distinct().toList();
    }

    /// `90 minutes: chapters 1, 3 and 6`
    public String heading() {
        var numbers = chapters().stream().map(String::valueOf).toList();
        int last = numbers.size() - 1;
        return "%d minutes: %s".formatted(minutes, last == 0 ? "chapter " + numbers.getFirst()
            : "chapters " + String.join(", ", numbers.subList(0, last)) + " and " + numbers.getLast());
    }

    /// The minute at which a row begins.
    public int start(int row) {
        return sum(activities.subList(0, row));
    }

    /// `1:05`: hours and minutes since the workshop began.
    public static String clock(int minute) {
        return "%d:%02d".formatted(minute / 60, minute % 60);
    }
}
