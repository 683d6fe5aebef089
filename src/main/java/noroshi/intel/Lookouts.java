package noroshi.intel;

import java.util.List;
import java.util.Locale;
import noroshi.intel.StixObject.Lookout;
import noroshi.intel.pattern.PatternReader;
import noroshi.intel.pattern.PatternReading;
import tools.jackson.databind.JsonNode;

/** Reads what an indicator looks for. */
final class Lookouts {
    private static final String STIX = "stix";

    private Lookouts() {}

    /** Reads the pattern; the remarks receive what deserves a look. */
    static Lookout of(JsonNode indicator, List<Reason> remarks) {
        return new Lookout(
                Plain.line(Properties.text(indicator, "pattern_type").orElse("")),
                Properties.text(indicator, "pattern").orElse(""),
                Properties.time(indicator, "valid_from").orElseThrow(),
                Properties.time(indicator, "valid_until"),
                Properties.whole(indicator, "confidence", 0, 100),
                values(indicator, remarks));
    }

    /** The values alone. STIX 2.0 has no language but its own, whatever a sender adds (STIX 2.0 part 2, 2.5). */
    static List<IndicatorValue> values(JsonNode indicator, List<Reason> remarks) {
        var language = ObjectRules.isOld(indicator)
                ? STIX
                : Properties.text(indicator, "pattern_type").orElse(STIX);
        if (language.equals(STIX)) {
            return values(Properties.text(indicator, "pattern").orElse(""), remarks);
        }
        remarks.add(Reason.of("intel.remark.other-language", Plain.line(language)));
        return List.of();
    }

    private static List<IndicatorValue> values(String pattern, List<Reason> remarks) {
        return switch (PatternReader.read(pattern)) {
            case PatternReading.Understood(var observation, var slips) -> {
                slips.forEach(slip -> remarks.add(Reason.of("intel.remark.pattern-" + code(slip))));
                var values = PatternValues.of(observation);
                values.forEach(value -> remarks.addAll(value.remarks()));
                yield values;
            }
            case PatternReading.NotUnderstood(var problem, var position, var near) ->
                throw new Broken("intel.object.pattern-" + code(problem), position + 1, near);
        };
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
