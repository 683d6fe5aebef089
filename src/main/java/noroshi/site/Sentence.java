package noroshi.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One sentence, its places found once: {@code {0}} is an argument, {@code {0#comment|comments}} chooses by whether it is one. */
final class Sentence {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)(?:#([^|{}]*)\\|([^{}]*))?}");
    private static final int GROUPED = 1000;

    private final String text;
    private final List<Slot> slots;
    private final String rest;

    private Sentence(String text, List<Slot> slots, String rest) {
        this.text = text;
        this.slots = slots;
        this.rest = rest;
    }

    static Sentence of(String text) {
        var slots = new ArrayList<Slot>();
        var found = SLOT.matcher(text);
        var end = 0;
        while (found.find()) {
            slots.add(new Slot(
                    text.substring(end, found.start()),
                    found.group(),
                    Integer.parseInt(found.group(1)),
                    found.group(2),
                    found.group(3)));
            end = found.end();
        }
        return new Sentence(text, List.copyOf(slots), text.substring(end));
    }

    String fill(UnaryOperator<String> safe, Object... arguments) {
        if (slots.isEmpty()) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 32);
        for (var slot : slots) {
            filled.append(slot.before()).append(slot.fill(safe, arguments));
        }
        return filled.append(rest).toString();
    }

    private static String written(Object argument) {
        return switch (argument) {
            case Integer whole -> number(whole);
            case Long whole -> number(whole);
            default -> argument.toString();
        };
    }

    private static String number(long whole) {
        return whole > -GROUPED && whole < GROUPED ? Long.toString(whole) : String.format(Locale.ROOT, "%,d", whole);
    }

    /** A place in it, with the words before. */
    private record Slot(
            String before,
            String itself,
            int at,
            @Nullable String one,
            @Nullable String many) {
        String fill(UnaryOperator<String> safe, Object... arguments) {
            if (at >= arguments.length) {
                return itself;
            }
            if (one == null || many == null) {
                return safe.apply(written(arguments[at]));
            }
            return written(arguments[at]).equals("1") ? one : many;
        }
    }
}
