package noroshi.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The start is refused where the wall would not hold, and where somebody else is already inside. */
class RoleCheckTests {
    private final Connections connections = TestDatabase.empty();

    @Test
    void theTwoRolesPass() {
        assertThatCode(() -> new RoleCheck(environment(connections)).check()).doesNotThrowAnyException();
    }

    @Test
    void theOwnerMayNotBeTheApplication() {
        var swapped = new Connections(connections.url(), connections.owner(), connections.application());
        assertThatThrownBy(() -> new RoleCheck(environment(swapped)).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("owns");
        var same = new Connections(connections.url(), connections.owner(), connections.owner());
        assertThatThrownBy(() -> new RoleCheck(environment(same)).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("same role");
    }

    @Test
    void theSuperuserMayNotBeTheApplication() {
        var superuser = new Connections(connections.url(), TestDatabase.superuser(), connections.owner());
        assertThatThrownBy(() -> new RoleCheck(environment(superuser)).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("superuser");
    }

    @Test
    void aSecondProcessIsKeptOut() throws Exception {
        var first = new OneProcess(environment(connections));
        var second = new OneProcess(environment(connections));
        first.keepOthersOut();
        assertThatThrownBy(second::keepOthersOut)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another Noroshi");
        first.destroy();
        assertThatCode(second::keepOthersOut).doesNotThrowAnyException();
        second.destroy();
    }

    private static StandardEnvironment environment(Connections connections) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("connections", connections.properties()));
        return environment;
    }
}
