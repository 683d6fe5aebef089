package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningWordsTests {
    private static final int EXCERPT = 400;

    /** As rows pass it on: the first characters of a text that goes on. */
    private static String cut(String text) {
        var begun = text + "x".repeat(EXCERPT);
        return begun.substring(0, begun.offsetByCodePoints(0, EXCERPT));
    }

    @Test
    void whatWasCutInTheMiddleOfAQuotationEndsBeforeIt() {
        assertThat(Prose.opening(cut("隔離するファイルは `9f2c41aa9f2c"))).isEqualTo("隔離するファイルは");
        assertThat(Prose.opening(cut("隔離するファイルは ``9f`2c"))).isEqualTo("隔離するファイルは");
        assertThat(Prose.opening(cut("😀隔離するファイルは `9f2c"))).isEqualTo("😀隔離するファイルは");
        assertThat(Prose.opening(cut("- 一つ ` 目\n- 隔離するのは `9f2c"))).isEqualTo("一つ ` 目\n隔離するのは");
        assertThat(Prose.opening(cut("隔離するファイルは `9f2c41aa` です ")))
                .startsWith("隔離するファイルは 9f2c41aa です x")
                .endsWith("x");
    }

    @Test
    void whatNobodyCutKeepsItsBackticks() {
        assertThat(Prose.opening("キーは ` です。1 の左にあります。")).isEqualTo("キーは ` です。1 の左にあります。");
        assertThat(Prose.opening("隔離するファイルは `9f2c41aa` です")).isEqualTo("隔離するファイルは 9f2c41aa です");
        assertThat(Prose.opening(cut("キーは ` です。\n\n続き ")))
                .startsWith("キーは ` です。\n\n続き x")
                .endsWith("x");
        assertThat(Prose.opening(cut("消すのは \\` です "))).startsWith("消すのは ` です x").endsWith("x");
    }

    @Test
    void aBlockOfCodeThatWasCutIsReadToItsCut() {
        for (var fence : new String[] {"```", "````", "~~~"}) {
            assertThat(Prose.opening(cut("手順です。\n\n" + fence + "\nsudo systemctl stop `hostname`\n\necho ` ")))
                    .startsWith("手順です。\n\nsudo systemctl stop `hostname`\n\necho ` x")
                    .endsWith("x");
        }
    }
}
