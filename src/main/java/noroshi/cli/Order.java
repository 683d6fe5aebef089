package noroshi.cli;

import tools.jackson.databind.JsonNode;

/**
 * What travels from the command line to the platform, as one line of JSON before the bytes of a file.
 *
 * @param operator the account on the machine
 * @param language of the answer
 */
record Order(String command, String operator, String language, JsonNode arguments) {}
