package noroshi.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Test;

class ReadingListsTests {
    private static final String TABLE = "種別,値,備考\r\nドメイン,list.example,本社\r\n製品,Exchange Server,\"2019, 2台\"\r\n";

    @Test
    void aSpreadsheetIsReadInBothEncodings() {
        for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-31j")}) {
            var sheet = AssetSheet.ofTable(TextFile.read(TABLE.getBytes(charset)), Optional.empty());
            assertThat(sheet.bad()).isEmpty();
            assertThat(sheet.good())
                    .extracting(line -> line.value().value())
                    .containsExactly("list.example", "exchange server");
            assertThat(sheet.good().getLast().note()).isEqualTo("2019, 2台");
        }
        assertThatThrownBy(() -> TextFile.read(TABLE.getBytes(StandardCharsets.UTF_16)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("asset.file.encoding"));
    }

    @Test
    void everyWrongLineIsNamedByItsNumber() {
        var text = "値,備考\nfirst.example,\n10.0.0.1,内部\n\n\"a\nb\",改行\nlast.example,\n";
        var sheet = AssetSheet.ofTable(text, Optional.empty());
        assertThat(sheet.bad()).extracting(SheetLine.Bad::line).containsExactly(3L, 5L);
        assertThat(sheet.bad().getFirst().why().key()).isEqualTo("asset.private-address");
        assertThat(sheet.good()).hasSize(2);
    }

    @Test
    void repeatedLinesCountOnce() {
        var sheet = AssetSheet.ofLines("one.example\nONE.example.\n\n203.0.113.1\n", Optional.empty());
        assertThat(sheet.good()).hasSize(2);
        assertThat(sheet.repeated()).isOne();
    }

    @Test
    void aHundredThousandLinesAreRefusedUnread() {
        var text = "x.example\n".repeat(100_000);
        assertThatThrownBy(() -> AssetSheet.ofLines(text, Optional.empty()))
                .isInstanceOfSatisfying(RuleBroken.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("asset.too-many-lines");
                    assertThat(refusal.arguments()).containsExactly(10_000, 100_000L);
                });
    }
}
