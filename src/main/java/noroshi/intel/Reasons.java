package noroshi.intel;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps reasons as JSON in the database. */
final class Reasons {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 100;

    private Reasons() {}

    static String json(List<Reason> reasons) {
        return JSON.writeValueAsString(reasons.stream().limit(MOST).toList());
    }

    static List<Reason> reasons(String json) {
        return new ArrayList<>(JSON.readValue(json, new TypeReference<List<Reason>>() {}));
    }

    static String arguments(Reason reason) {
        return JSON.writeValueAsString(reason.arguments());
    }

    static Reason reason(String key, String arguments) {
        return new Reason(key, JSON.readValue(arguments, new TypeReference<List<String>>() {}));
    }
}
