package noroshi.intel.drop;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Papers;
import noroshi.intel.life.Standing;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A source that labels a value more strictly than before has had its last word. */
@WholeHouse
class KeepingTheStricterLabelTests {
    @Autowired
    DropBox box;

    @Autowired
    Indicators indicators;

    @Test
    void theStricterLabelOfASourceWins() {
        var name = Papers.name();
        var from = Choice.advised(Wish.NONE, "Example CERT", Optional.empty());
        box.take(bytes("value,tlp\n" + name + ",GREEN\n"), "one.csv", from, ED);
        assertThat(lives(name, ADA).getFirst().standing()).isEqualTo(Standing.LIVE);
        box.take(bytes("value,tlp\n" + name + ",RED\n"), "two.csv", from, ED);
        assertThat(lives(name, ADA).getFirst().standing())
                .as("its last word is for Ed alone")
                .isEqualTo(Standing.WITHDRAWN);
        assertThat(lives(name, ED).getFirst().standing()).isEqualTo(Standing.LIVE);
    }

    private List<Life> lives(String value, Actor actor) {
        return indicators.find(Asked.whole(Asked.read(value).forms()), new Window(0, 5), actor);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
