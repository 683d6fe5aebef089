package noroshi.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import noroshi.shared.RuleBroken;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;

/**
 * What is wrong with a form, in the reader's words; the form comes back with what was typed.
 *
 * @param sentences by field; the empty field name is the form as a whole
 * @param meanwhile what somebody else saved since the form went out, by field, where it is not what was typed
 */
public record FormErrors(Map<String, String> sentences, Map<String, String> meanwhile) {
    private static final FormErrors NONE = new FormErrors(Map.of(), Map.of());

    public static FormErrors none() {
        return NONE;
    }

    /** From validation; the words are {@code invalid.<Code>.<field>}, {@code invalid.<Code>}, or the constraint's own. */
    public static FormErrors of(BindingResult result) {
        var sentences = new LinkedHashMap<String, String>();
        result.getFieldErrors().forEach(error -> sentences.putIfAbsent(error.getField(), sentence(error)));
        result.getGlobalErrors().forEach(error -> sentences.putIfAbsent("", sentence(error)));
        return new FormErrors(sentences, Map.of());
    }

    /** From a rule that the front door found broken. */
    public static FormErrors of(RuleBroken refusal) {
        return new FormErrors(Map.of("", Ui.text(refusal)), Map.of());
    }

    /** With one more; the empty field name is the form as a whole. */
    public FormErrors and(String field, String key, Object... arguments) {
        var more = new LinkedHashMap<>(sentences);
        more.put(field, Ui.text(key, arguments));
        return new FormErrors(more, meanwhile);
    }

    /** With what stands there now beside what was typed, if that is something else. */
    public FormErrors beside(String field, String typed, String now) {
        return beside(field, typed, now, now);
    }

    /** The same for a choice, whose value has a name. */
    public FormErrors beside(String field, String typed, String now, String name) {
        if (plain(typed).equals(plain(now))) {
            return this;
        }
        var more = new LinkedHashMap<>(meanwhile);
        more.put(field, name.isBlank() ? Ui.text("site.stale.nothing") : name);
        return new FormErrors(sentences, more);
    }

    /** Browsers end lines in their own way. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    public boolean any() {
        return !sentences.isEmpty();
    }

    public boolean at(String field) {
        return sentences.containsKey(field);
    }

    /** The sentence beside a field, or nothing. */
    public String on(String field) {
        return sentences.getOrDefault(field, "");
    }

    /** Whether something else than what was typed stands there now. */
    public boolean changed(String field) {
        return meanwhile.containsKey(field);
    }

    /** What stands there now, or nothing. */
    public String now(String field) {
        return meanwhile.getOrDefault(field, "");
    }

    private static String sentence(ObjectError error) {
        var codes = Optional.ofNullable(error.getCodes()).orElse(new String[0]);
        var arguments = Arrays.stream(Optional.ofNullable(error.getArguments()).orElse(new Object[0]))
                .filter(argument -> !(argument instanceof DefaultMessageSourceResolvable))
                .toArray();
        return Arrays.stream(codes)
                .map(code -> "invalid." + code)
                .filter(key -> Ui.here().tools().words().find(Ui.locale(), key).isPresent())
                .findFirst()
                .map(key -> Ui.text(key, arguments))
                .orElseGet(() -> Objects.requireNonNullElse(error.getDefaultMessage(), Ui.text("invalid.field")));
    }

    /** Fields with a sentence, in the form's order. */
    public List<String> fields() {
        return List.copyOf(sentences.keySet());
    }
}
