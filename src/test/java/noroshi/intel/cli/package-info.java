@org.jspecify.annotations.NullMarked
package noroshi.intel.cli;
