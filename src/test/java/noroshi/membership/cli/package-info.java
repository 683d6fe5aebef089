@org.jspecify.annotations.NullMarked
package noroshi.membership.cli;
