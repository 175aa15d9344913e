// Where teams were: the same arithmetic as the simulation's (src/mission/motion.cpp), from ways that were written once.
import type { MotionData } from './data';
import { above } from './times';

export interface Whereabouts {
  x: number;
  y: number;
  chainage: number;
  moving: boolean;
}

export class Motion {
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  private readonly firstStay: number[] = [];
  private readonly firstPiece: Int32Array;

  constructor(private readonly data: MotionData) {
    const stays = data.stay_gap.length;
    this.from = new Float64Array(stays);
    this.to = new Float64Array(stays);
    let s = 0;
    for (const team of data.teams) {
      this.firstStay.push(s);
      let until = 0;
      for (let i = 0; i < team.stays; ++i, ++s) {
        this.from[s] = until + data.stay_gap[s];
        until = this.to[s] = this.from[s] + data.stay_length[s];
      }
    }
    this.firstStay.push(s);
    const { first, round } = data.courses;
    this.firstPiece = new Int32Array(first.length + 1);
    for (let c = 0; c < first.length; ++c) this.firstPiece[c + 1] = this.firstPiece[c] + first[c] + round[c];
  }

  get teams(): MotionData['teams'] {
    return this.data.teams;
  }

  /// Nothing while the team is at home.
  at(team: number, ms: number): Whereabouts | undefined {
    const begin = this.firstStay[team];
    const stay = above(this.from, ms, begin, this.firstStay[team + 1]) - 1;
    if (stay < begin || ms >= this.to[stay]) return undefined;
    const since = ms - (this.from[stay] + this.data.stay_origin[stay]);
    const { chainage, moving } = this.onCourse(this.data.stay_course[stay], since);
    const lane = this.data.lanes[this.data.teams[team].lane];
    const position = Math.min(Math.max(chainage / lane.step, 0), lane.x.length - 1);
    const i = Math.min(Math.floor(position), lane.x.length - 2);
    const f = position - i;
    return {
      x: (lane.x[i] + f * (lane.x[i + 1] - lane.x[i])) / 10,
      y: (lane.y[i] + f * (lane.y[i + 1] - lane.y[i])) / 10,
      chainage,
      moving,
    };
  }

  private onCourse(course: number, since: number): { chainage: number; moving: boolean } {
    const c = this.data.courses;
    const first = this.firstPiece[course];
    const rounds = first + c.first[course];
    let at = since;
    let low = first;
    let high = rounds;
    if (c.period[course] > 0 && since >= c.arrives[course]) {
      at = (since - c.arrives[course]) % c.period[course];
      low = rounds;
      high = rounds + c.round[course];
    }
    const piece = Math.max(above(c.from, at, low, high) - 1, low);
    return this.onPiece(piece, at - c.from[piece]);
  }

  /// A leg with stops: so long at the wheel, then so long standing, and so on.
  private onPiece(piece: number, since: number): { chainage: number; moving: boolean } {
    const c = this.data.courses;
    const start = c.start[piece];
    const end = c.end[piece];
    if (start === end || c.driven[piece] <= 0) return { chainage: start, moving: false };
    if (since <= 0) return { chainage: start, moving: false };
    if (since >= c.to[piece] - c.from[piece]) return { chainage: end, moving: false };
    const cycle = c.drive[piece] + c.stop[piece];
    const whole = Math.floor(since / cycle);
    const rest = since - whole * cycle;
    const driven = whole * c.drive[piece] + Math.min(rest, c.drive[piece]);
    return { chainage: start + (driven / c.driven[piece]) * (end - start), moving: rest < c.drive[piece] };
  }
}
