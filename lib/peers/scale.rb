# The scale's few words, for a program in Ruby. Keep it beside yours, and
# let the last line of yours name what can be weighed:
#
#     serve("idle" => method(:idle))
#
# A load is a method of (tasks, gate) that starts its fibers and returns
# them. Each of them calls gate.here once it runs, then gate.wait. A
# keyword, depth:, takes the number that the parent sends as depth=30.

OUT = $stdout.dup
TOKEN = +"" # of the scale, before each line, where it has told one
SILENCE = 6 # looks of a second without anything new
FEWEST = 1000 # tasks that can be taken apart: among fewer, what else there is would look like theirs
SMAPS = "/proc/self/smaps"

# Where the fibers of a load wait.
class Gate
  attr_reader :tasks, :arrived, :weighed
  attr_accessor :ends # what UNLOAD does before the fibers go on

  def initialize(tasks)
    @tasks, @arrived, @weighed = tasks, 0, Queue.new
  end

  # Said by each fiber, from inside: I run.
  def here
    @arrived += 1
  end

  # Waits until all are to go.
  def wait
    Fiber.yield
  end

  # Puts a point on the time line: gate.mark("half", free: n).
  def mark(name, **words)
    say("MARK", name: name.tr(" ", "_"), **words)
  end

  # Has the parent note down under this name what this process takes now,
  # and returns when that is done.
  def weigh(name)
    mark(name, weigh: 1)
    weighed.pop
  end

  # Ends a load that stands still. `seen` says where.
  def silent(seen)
    failed("#{arrived} of #{tasks} tasks have called gate.here(), and nothing happens any more; #{seen}. " \
           "Each task must call gate.here() before it waits")
  end
end

# Does what the parent says, and ends this process as soon as nobody is
# there to say anything, whatever a load is doing.
def serve(loads)
  $stdout.reopen($stderr) # what a load prints must not end up between our words
  name = ARGV.join(" ")
  failed("no load \"#{name}\" here, only #{loads.keys.sort.map { |each| "\"#{each}\"" }.join("; ")}") unless loads[name]
  Scale.new(loads[name]).run
end

# The parent's side of it is heard by a thread. A fiber belongs to the
# thread that has made it, so all else is done by the first thread.
class Scale
  def initialize(load)
    @load, @orders, @gate = load, Queue.new, nil
  end

  def run
    Thread.new { listen }
    loop { answer(*@orders.pop) }
  rescue Exception => e
    failed("#{e.class}: #{e.message[0, 500]}#{edge(e)}") # it may quote all of a large object
  end

  private

  def listen
    say("READY", runtime: "ruby", version: RUBY_VERSION, **(File.exist?(SMAPS) ? { can: "parts" } : {}))
    while (line = $stdin.gets)
      verb, *words = line.split
      break if verb == "EXIT"

      verb == "WEIGHED" ? @gate.weighed.push(true) : (@orders.push([verb, words]) if verb)
    end
    Process.exit!(0)
  end

  def answer(verb, words)
    case verb
    when "LOAD" then put(**words.to_h { |each| each.split("=", 2).then { |key, value| [key.to_sym, number(value)] } })
    when "PARTS" then take_apart
    when "UNLOAD" then take
    else failed("does not know #{verb}")
    end
  end

  def put(tasks:, **words)
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    @gate = Gate.new(tasks)
    watch = Thread.new(Thread.current) { |load| look(load) }
    wanted = @load.parameters.map(&:last)
    @held = @load.call(tasks, @gate, **words.slice(*wanted))
    watch.kill.join
    lost if @gate.arrived < tasks
    spent = Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
    say("LOADED", tasks: tasks, confirmed: @gate.arrived, spawn_ms: (1000 * spent).to_i)
  end

  # Looks once a second whether the load stands still.
  def look(load)
    silent = 0
    while silent < SILENCE
      before = @gate.arrived
      sleep 1
      silent = @gate.arrived == before && load.status == "sleep" ? silent + 1 : 0
    end
    @gate.silent("the thread of the load waits at #{line(load.backtrace)}")
  end

  # The load has come back, and no fiber goes on without it.
  def lost
    lines = Array(@held).grep(Fiber).map { |each| line(each.backtrace) }.tally
    place, count = lines.max_by(&:last)
    @gate.silent(place ? "#{count} tasks wait at #{place}" : "it returned no fiber")
  end

  def take
    @gate.ends&.call
    Array(@held).grep(Fiber).each { |each| each.resume while each.alive? }
    @held = nil
    GC.start
    say("UNLOADED")
  end

  # Before a load, takes note of what is there; after it, tells what came.
  def take_apart
    now = stacks_and_rest
    told = @gate && @gate.tasks >= FEWEST ? now.to_h { |part, bytes| [part, bytes - @empty[part]] } : {}
    @empty = now
    say("PARTS", **told.transform_values { |bytes| format("%.1f", bytes.to_f / @gate.tasks) })
  end

  # Resident bytes: what lies on the stacks of fibers, and all else. Nothing
  # else is as large as one of these stacks, and ends before a guard page.
  def stacks_and_rest
    GC.start
    stack = RubyVM::DEFAULT_PARAMS.values_at(:fiber_vm_stack_size, :fiber_machine_stack_size).sum
    found, size = Hash.new(0), 0
    File.foreach(SMAPS) do |each|
      name, value = each.split
      size = 1024 * value.to_i if name == "Size:"
      found[(size - stack).between?(0, 8192) ? :stack : :objects_and_records] += 1024 * value.to_i if name == "Rss:"
    end
    { stack: 0, objects_and_records: 0 }.merge(found)
  end

  # The first line of a trace that is not of this file.
  def line(trace)
    own = (trace || []).find { |each| !each.start_with?(__FILE__, "<") }
    own ? own[/[^\/]*?:\d+/] : "no line of the program"
  end

  # Each stack has a page before it that nothing may touch, so that it takes two of the pieces of memory that Linux
  # counts.
  def edge(error)
    most = "/proc/sys/vm/max_map_count"
    return "" unless error.is_a?(FiberError) && error.message.include?("guard page") && File.exist?(most)

    " (fiber #{@gate.arrived + 1}; each takes two mappings, and vm.max_map_count allows #{File.read(most).strip})"
  end

  def number(text)
    Integer(text, exception: false) || text
  end
end

def say(verb, **words)
  OUT.write(TOKEN + [verb, *words.map { |pair| pair.join("=") }].join(" ").gsub("\n", " ") + "\n")
  OUT.flush
end

def failed(reason)
  say("FAILED", reason: reason)
  Process.exit!(1)
end
