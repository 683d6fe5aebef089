package noroshi.topic;

import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What was made of texts that are read again and again, those that were asked for last, up to a size. */
final class Remembered<T> {
    private final int longest;
    private final int room;
    private final Function<String, T> make;
    private final ToIntFunction<T> size;
    private final LinkedHashMap<String, T> made = new LinkedHashMap<>(16, 0.75f, true);
    private int taken;

    /**
     * @param longest a longer text is made anew each time
     * @param room how many characters all texts, and what was made of them, may have
     */
    Remembered(int longest, int room, Function<String, T> make, ToIntFunction<T> size) {
        this.longest = longest;
        this.room = room;
        this.make = make;
        this.size = size;
    }

    T of(String text) {
        if (text.length() > longest) {
            return make.apply(text);
        }
        synchronized (made) {
            var known = made.get(text);
            if (known != null) {
                return known;
            }
        }
        var answer = make.apply(text);
        keep(text, answer);
        return answer;
    }

    private void keep(String text, T answer) {
        synchronized (made) {
            if (made.putIfAbsent(text, answer) == null) {
                taken += weight(text, answer);
            }
            while (taken > room) {
                var eldest = made.pollFirstEntry();
                taken -= weight(eldest.getKey(), eldest.getValue());
            }
        }
    }

    /** How many characters are remembered. */
    int taken() {
        synchronized (made) {
            return taken;
        }
    }

    private int weight(String text, T answer) {
        return text.length() + size.applyAsInt(answer);
    }
}
