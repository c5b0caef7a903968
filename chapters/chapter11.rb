# Chapter 11 in Ruby: idle fibers.
#
# The scale starts this program, weighs it while it is empty, has
# it start one of the loads below, and weighs it again.
require_relative "scale"

# Every fiber says from inside that it runs, and then gives the thread
# back to the code that resumed it. It stays where it is until it is
# resumed again: as idle as a fiber can be.
#
# A fiber has two stacks: one for the calls of the Ruby program, and
# one for the calls of the interpreter itself, which is a program in C.
# Ruby reserves 640 KB for both. Only the pages that the fiber has
# touched are resident.
def fibers(tasks, gate)
  Array.new(tasks) do
    fiber = Fiber.new { gate.here; gate.wait }
    fiber.resume
    fiber
  end
end

# Every fiber waits below calls that have not returned yet.
def deep(tasks, gate, depth:)
  Array.new(tasks) do
    fiber = Fiber.new { call(depth, gate) }
    fiber.resume
    fiber
  end
end

def call(depth, gate)
  return 1 + call(depth - 1, gate) if depth > 0

  gate.here
  gate.wait
  0
end

# Strings of 967 bytes. Each has 9 bytes for its end and the C
# library's allocator, an object of 40 bytes, and a place in the array
# of 8. That makes 1,024.
def known_objects(objects, gate)
  Array.new(objects) do |i|
    gate.here
    (i % 10).to_s * 967
  end
end

# What to take to work: look for the first value that fits.
def take_to_work(values, fits)
  # wrong: next runs the collection in a fiber, which stays
  source = values.each
  found = source.next until fits.call(found)
  # right: find calls its block here, and needs no fiber
  found == values.find { |value| fits.call(value) }
end

serve(
  "ruby fibers" => method(:fibers),
  "ruby fibers (deep)" => method(:deep),
  "objects in Ruby" => method(:known_objects),
)
