package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningWordsTests {
    @Test
    void whatWasCutInTheMiddleOfAQuotationEndsBeforeIt() {
        assertThat(Prose.opening("隔離するファイルは `9f2c41aa9f2c")).isEqualTo("隔離するファイルは");
        assertThat(Prose.opening("隔離するファイルは `9f2c41aa` です")).isEqualTo("隔離するファイルは 9f2c41aa です");
    }
}
