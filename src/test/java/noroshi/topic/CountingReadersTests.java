package noroshi.topic;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.Profile;
import noroshi.community.Wording;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What went elsewhere too was opened elsewhere too; that is not the lead's to see. */
@WholeHouse
class CountingReadersTests {
    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    Pins pins;

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theLeadLearnsOnlyHowManyOfTheirOwnOpenedIt() {
        var words = new Wording("仲間", "Peers");
        var profile = new Profile(words, words, words, words, 1);
        var wanted = new NewCommunity("r-" + UUID.randomUUID(), Community.Kind.INVITED, profile, KEI.person());
        var circle = communities.found(wanted, ADA);
        admissions.invite(circle, "mika", KEI);
        admissions.invite(circle, "noor", KEI);
        var id = topics.post(post(Tlp.GREEN, Samples.EVERYONE, circle), MIKA);
        for (var reader : new Actor[] {KEI, NOOR, RIN, DANA, OTTO, ADA}) {
            readership.open(id, Level.ALL, reader);
        }
        var since = Instant.now().minus(Duration.ofDays(1));
        var before = Instant.now().plusSeconds(60);

        assertThat(pins.figures(circle, since, before, KEI).readers()).isEmpty();
        assertThat(pins.counted(circle, since, before, KEI)).singleElement().satisfies(topic -> {
            assertThat(topic.topic()).isEqualTo(id);
            assertThat(topic.readers()).isEmpty();
        });
        for (var path : new String[] {"", "/topics", "/topics.csv"}) {
            assertThat(mvc.get()
                            .uri("/communities/" + circle + "/figures" + path)
                            .with(as(KEI)))
                    .as(path)
                    .bodyText()
                    .contains("5人未満");
        }

        for (var login : new String[] {"rin", "dana", "otto"}) {
            admissions.invite(circle, login, ADA);
        }
        assertThat(pins.figures(circle, since, before, KEI).readers()).contains(5);
        assertThat(pins.counted(circle, since, before, KEI))
                .singleElement()
                .satisfies(topic -> assertThat(topic.readers()).contains(5));
    }
}
