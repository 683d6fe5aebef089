package noroshi.community.cli;

import static noroshi.testing.Cast.JUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import noroshi.cli.Command;
import noroshi.community.Communities;
import noroshi.community.Place;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeHouse
class CommunityCommandsTests {
    @Autowired
    List<Command> commands;

    @Autowired
    Communities communities;

    @Test
    void anAdministratorFoundsListsAndAdmits() throws IOException {
        var founded = ask(
                "community create",
                Map.of(
                        "as",
                        "ada",
                        "code",
                        "shell",
                        "lead",
                        "noor",
                        "name",
                        "貝の会",
                        "nameEn",
                        "Shell",
                        "meaning",
                        "参加者",
                        "meaningEn",
                        "members",
                        "open",
                        false,
                        "colour",
                        2));
        assertThat(founded.path("code").asString()).isEqualTo("shell");
        ask("community admit", Map.of("as", "ada", "code", "shell", "login", "jun"));
        assertThat(communities.byCode("shell", JUN)).isPresent();
        assertThat(communities
                        .show(communities.byCode("shell", JUN).orElseThrow().id(), JUN)
                        .place())
                .isEqualTo(Place.MEMBER);
        assertThat(ask("community list", Map.of("as", "ada")).findValuesAsString("code"))
                .contains("shell", "rail");
    }

    @Test
    void everybodyHasOneCommunity() {
        var again = Map.of(
                "as",
                "ada",
                "code",
                "every2",
                "lead",
                "noor",
                "name",
                "全員",
                "nameEn",
                "All",
                "meaning",
                "参加者",
                "meaningEn",
                "members",
                "everyone",
                true,
                "colour",
                1);
        assertThatThrownBy(() -> ask("community create", again)).hasMessage("community.everyone-founded");
    }

    @Test
    void nobodyElseDoes() {
        for (var login : List.of("kei", "dana", "nobody-here")) {
            assertThatThrownBy(() -> ask("community list", Map.of("as", login)))
                    .hasMessage("community.cli.no-administrator");
        }
    }

    private JsonNode ask(String name, Map<String, ?> arguments) throws IOException {
        return commands.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow()
                .handle(JsonMapper.shared().valueToTree(arguments), InputStream.nullInputStream());
    }
}
