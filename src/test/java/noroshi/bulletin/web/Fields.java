package noroshi.bulletin.web;

import java.util.HashMap;
import java.util.Map;

/** The editor's form as a browser sends it. */
final class Fields {
    private Fields() {}

    static Map<String, String> filled(String title, String audience, String tlp) {
        return Map.ofEntries(
                Map.entry("importance", "IMPORTANT"),
                Map.entry("information", "MALWARE"),
                Map.entry("tlp", tlp),
                Map.entry("confidentiality", "2"),
                Map.entry("audience", audience),
                Map.entry("source", "CENTRE"),
                Map.entry("confidence", "HIGH"),
                Map.entry("proTitle", title),
                Map.entry("proBody", "## 要点\r\n\r\n- <script>alert(1)</script>文書を消す"),
                Map.entry("indicators", "evil[.]example\tC2\t高\r\n=1+1,なぞ"),
                Map.entry("generalTitle", title + "（一般）"),
                Map.entry("sentence", "添付を開くと文書が消えます。"),
                Map.entry("step1", "開かない"),
                Map.entry("detail1", "知っている人からでも。"),
                Map.entry("concern", "すべての団体に関係があります。"),
                Map.entry("staffText", "【注意】開かないでください。"));
    }

    static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new HashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
