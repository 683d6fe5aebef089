package noroshi.intel.taxii;

import java.util.UUID;

/** Small STIX objects for tests. */
final class Stix {
    static final String CLEAR = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";
    static final String GREEN = "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
    static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    static final String STRICT = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
    static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";
    static final String DAY = "2026-07-01T00:00:00.000Z";

    private Stix() {}

    static String id(String type) {
        return type + "--" + UUID.randomUUID();
    }

    /** An indicator that carries no mark. */
    static String indicator() {
        return indicator(id("indicator"), DAY, "");
    }

    static String marked(String marking) {
        return indicator(id("indicator"), DAY, ",\"object_marking_refs\":[\"" + marking + "\"]");
    }

    static String indicator(String id, String modified) {
        return indicator(id, modified, "");
    }

    static String indicator(String id, String modified, String rest) {
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"%s","pattern":"[domain-name:value = 'bad.example']","pattern_type":"stix",\
                "valid_from":"2020-01-01T00:00:00Z"%s}""".formatted(id, modified, rest);
    }

    static String malware() {
        return """
                {"type":"malware","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"%s","name":"m","is_family":false}""".formatted(id("malware"), DAY);
    }

    /** An object of STIX 2.0. */
    static String old() {
        return old(id("indicator"), "2018-01-01T00:00:00.000Z", "");
    }

    static String old(String id, String modified, String rest) {
        return """
                {"type":"indicator","id":"%s","created":"2018-01-01T00:00:00.000Z","modified":"%s",\
                "labels":["malicious-activity"],"pattern":"[domain-name:value = 'old.example']",\
                "valid_from":"2018-01-01T00:00:00Z"%s}""".formatted(id, modified, rest);
    }

    static String domain(String id, String value) {
        return "{\"type\":\"domain-name\",\"spec_version\":\"2.1\",\"id\":\"%s\",\"value\":\"%s\"}"
                .formatted(id, value);
    }

    static String idOf(String object) {
        return object.replaceFirst("(?s).*\"id\":\\s*\"([^\"]*)\".*", "$1");
    }
}
