# The post, for a worker in Ruby: it brings jobs, and later what they wait
# for. The last line of the worker names what takes its jobs:
#
#     work(method(:jobs))
#
# That is a method of the post. For each job from 0 to post.jobs - 1 it says
# post.take(job), which tells the job's name, once, and post.waits(job) when
# the job waits. Before that, post.deliver { |job, answer| … } says where
# answers go. They come when all is weighed, in no order that could be guessed.
# Then each job has its name in front of its answer:
# post.answer(job, name + answer).
require_relative "scale"

# Keeps a byte for each job, and no name: it can make each of them again.
class Post
  NEW, TAKEN, WAITING, ANSWERED = 0, 1, 2, 3
  QUIET = 500 # looks of 10 ms or longer without anything new

  attr_reader :jobs

  def initialize(jobs, gate)
    @jobs, @gate, @open, @all, @wrong = jobs, gate, false, 0, 0
    @secret, @states = Random.bytes(16), "\0".b * jobs
  end

  # Tells the name of a job, 16 characters, for the first and the last time.
  def take(job)
    step(job, NEW, TAKEN) { "job #{job} was taken twice: post.take tells each name once" }
    name(job)
  end

  # Said by a job that waits, or for it.
  def waits(job)
    step(job, TAKEN, WAITING) { "job #{job} cannot wait: post.take comes first, and post.waits only once" }
    @gate.here
  end

  # Says where answers go: post.deliver { |job, answer| … }.
  def deliver(&to)
    @to = to
  end

  # The proof that a job was kept: its name, and its answer behind it.
  def answer(job, text)
    failed("job #{job} was answered before its answer came, so it did not wait") unless @open
    step(job, WAITING, ANSWERED) { "job #{job} was answered twice" }
    @all += 1
    @wrong += 1 unless text == name(job) + word(job)
  end

  def full
    failed("#{@gate.arrived} of #{jobs} jobs have called post.waits(), and nothing happens any more. Each job must " \
           "call it when it waits") if quiet { @gate.arrived }
    failed("nobody has said where answers go: post.deliver { |job, answer| … }") unless @to
  end

  # Delivers all answers.
  def end
    @open = true
    [*0...jobs].shuffle.each { |job| @to.call(job, word(job)) }
    quiet { @all }
    failed("#{@wrong} of #{jobs} jobs had a wrong answer: each must answer its name, and behind it the answer that " \
           "was sent to it") if @wrong > 0
    failed("#{jobs - @all} of #{jobs} jobs were lost: they have not called post.answer()") if @all < jobs
  end

  private

  def step(job, before, after)
    failed("there is no job #{job}: they are numbered from 0 to #{jobs - 1}") unless (0...jobs) === job
    failed(yield) unless @states.getbyte(job) == before
    @states.setbyte(job, after)
  end

  # Whether it stays below the number of jobs, and changes no more; looks are counted, not seconds.
  def quiet
    before, idle = -1, 0
    while yield < jobs && idle < QUIET
      before, idle = yield, yield == before ? idle + 1 : 0
      sleep 0.01
    end
    yield < jobs
  end

  def name(job)
    format("%016x", [@secret, job].hash & 0xffff_ffff_ffff_ffff)
  end

  def word(job)
    format("%08x", [job, @secret].hash & 0xffff_ffff)
  end
end

# Lets the parent weigh the jobs of a worker while they wait.
def work(jobs)
  load = lambda do |tasks, gate|
    post = Post.new(tasks, gate)
    gate.ends = post.method(:end)
    kept = jobs.call(post)
    post.full
    [post, kept]
  end
  TOKEN << $stdin.gets.to_s.strip << " " if ENV["SCALE_SIGNED"]
  serve("jobs" => load)
end
