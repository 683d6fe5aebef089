package noroshi.membership;

import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import noroshi.shared.Seen;
import noroshi.shared.Tlp;
import noroshi.topic.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Names are kept for the pages of everybody, and yet the next page says the new one. */
class ChangingNamesTests extends Colleagues {
    @Autowired
    Profiles profiles;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theNextPageSaysTheNewName() {
        var asa = newcomer(RAILWAY, RIN);
        var topic = topics.post(Samples.post(Tlp.GREEN, Samples.EVERYONE), asa);
        assertThat(page(topic)).contains("新田 朝");
        assertThat(page(topic)).as("kept").contains("新田 朝");

        var now = profiles.mine(asa);
        profiles.save(called("改田 夕", now), now.seen(), asa);

        assertThat(page(topic)).contains("改田 夕").doesNotContain("新田 朝");
        profiles.save(called("再田 昼", profiles.mine(asa)), Seen.UNSAID, asa);
        assertThat(page(topic)).contains("再田 昼").doesNotContain("改田 夕");
    }

    private static Profile called(String name, Profile before) {
        return new Profile(
                name,
                before.kana(),
                before.nameEn(),
                before.email(),
                before.titleJa(),
                before.titleEn(),
                before.locale(),
                before.level(),
                before.theme());
    }

    private String page(UUID topic) {
        var answer = mvc.get().uri("/topics/" + topic).with(as(NOOR)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
