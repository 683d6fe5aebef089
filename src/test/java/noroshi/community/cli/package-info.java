@org.jspecify.annotations.NullMarked
package noroshi.community.cli;
