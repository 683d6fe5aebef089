package noroshi.bulletin;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;

/** Manuscripts to begin tests with. */
final class Samples {
    static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final String TABLE = """
            ドメイン	update-minato[.]example	通信先（C2）	高
            198.51.100.77,配布,中
            hxxps://cdn-report[.]example/a,b?c=1
            9f2c41aa9f2c41aa9f2c41aa9f2c41aa9f2c41aa9f2c41aa9f2c41aa9f2c41aa
            """;

    private Samples() {}

    static Copy complete() {
        return titled("被害報告を装う不正プログラムを確認");
    }

    static Copy titled(String title) {
        return new Copy(
                new Copy.Pro(title, "## 要点\n\n- 開くと文書を消す\n\n## 推奨する対策\n\n1. 添付を隔離する"),
                new Copy.General(
                        title,
                        "報告書を装う添付を開くと文書が消えます。",
                        List.of(new Copy.Step("開かない", "知っている差出人でも同じです。"), new Copy.Step("職員に伝える", "")),
                        "Windows を使う団体はすべて関係があります。",
                        "【注意】心当たりのない添付は開かないでください。"),
                TABLE,
                Source.CENTRE,
                Confidence.HIGH,
                "",
                "");
    }

    static Copy noted(Copy copy, String pro, String general) {
        return new Copy(copy.pro(), copy.general(), copy.indicators(), copy.source(), copy.confidence(), pro, general);
    }

    static Copy empty() {
        return new Copy(
                new Copy.Pro("", ""),
                new Copy.General("", "", List.of(), "", ""),
                "",
                Source.CENTRE,
                Confidence.UNKNOWN,
                "",
                "");
    }

    static Marking to(Tlp tlp, UUID... audience) {
        return new Marking(InformationKind.MALWARE, Importance.IMPORTANT, tlp, 2, Set.of(audience));
    }
}
