package noroshi.bulletin.web;

import static noroshi.bulletin.web.Fields.filled;
import static noroshi.bulletin.web.Fields.with;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Words that cannot be kept come back in the form, with the sentence beside their field. */
@WholeHouse
class RefusingWordsTests {
    private static final Map<String, String> FORM = filled("断られる題", "community:" + RAIL, "AMBER");

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult send(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(ED));
        fields.forEach(request::param);
        return request.exchange();
    }

    @Test
    void theFormComesBackWithAllThatWasTyped() {
        var id = UUID.randomUUID().toString();
        for (var path : new String[] {"/bulletins", "/bulletins/manuscripts/" + id}) {
            refused(path, with(FORM, "id", id, "lock", "1", "safeSubject", "長".repeat(150)), "safeSubject", "100 文字まで");
            refused(path, with(FORM, "id", id, "lock", "1", "safeSubject", "表\t裏"), "safeSubject", "タブや改行");
            refused(path, with(FORM, "id", id, "lock", "1", "proBody", "長".repeat(400_000)), "proBody", "400,000 文字まで");
            assertThat(send("/bulletins", with(FORM, "id", id))).hasStatus(HttpStatus.SEE_OTHER);
        }
    }

    private void refused(String path, Map<String, String> fields, String field, String sentence) {
        assertThat(send(path, fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("断られる題（一般）", "添付を開くと文書が消えます。", "id=\"f-" + field + "-error\"", sentence);
    }
}
